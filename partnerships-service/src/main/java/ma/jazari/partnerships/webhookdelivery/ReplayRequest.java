package ma.jazari.partnerships.webhookdelivery;

import java.time.Instant;
import ma.jazari.platform.json.Checked;
import ma.jazari.platform.problem.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Asks for changes again: those after a cursor, or those of a range of time. */
@Schema(name = "WebhookReplayRequest")
public record ReplayRequest(
        @Schema(description = "A cursor of the change feed, an export or a message; what comes after it is replayed")
                @Nullable String after,
        @Schema(description = "Changes that happened from then on", examples = "2026-03-01T00:00:00Z") @Nullable Instant from,
        @Schema(description = "Changes that happened before then; now, if it is absent") @Nullable Instant to,
        @Schema(description = "Leave out what was delivered before", defaultValue = "false") @Nullable Boolean undeliveredOnly)
        implements Checked {

    @Override
    public void check(Violations violations) {
        if ((after == null) == (from == null)) {
            violations.add("/after", "give either after, a cursor, or from, an instant");
        } else if (after != null && to != null) {
            violations.add("/to", "goes with from, not with after");
        }
        if (from != null && to != null && !from.isBefore(to)) {
            violations.add("/to", "must be after from");
        }
    }

    boolean skipsDelivered() {
        return Boolean.TRUE.equals(undeliveredOnly);
    }
}
