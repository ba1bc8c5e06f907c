package ma.jazari.partnerships.deadline;

import java.time.LocalDate;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.lifecycle.ConventionStatus;
import ma.jazari.partnerships.lifecycle.DeadlineKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A day that matters for a convention, as a caller sees it. */
@Schema(name = "Deadline")
public record DeadlineResponse(
        @Schema(
                        description =
                                "EFFECTIVE: it enters into force; OBLIGATION: what a party owes is due; NOTICE: the last day to say that it"
                                        + " is not to go on by itself; RENEWAL and EXPIRY: the last day of its term, after which it goes on by itself, or"
                                        + " is over; TERMINATION: it is terminated, after notice",
                        examples = "OBLIGATION")
                DeadlineKind kind,
        @Schema(examples = "2026-12-31") LocalDate due,
        @Schema(description = "How many days from now; negative for what is overdue", examples = "30") long daysLeft,
        ConventionInShort convention,
        @Schema(description = "Who must do something by then; absent for all") @Nullable PartyRef party,
        @Schema(description = "The key of the obligation", examples = "lab") @Nullable String obligation) {

    /** The convention that a deadline is of. */
    @Schema(name = "ConventionInShort")
    public record ConventionInShort(
            @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") String id,
            @Schema(examples = "CNV-2026-00017") String code,
            ConventionStatus status,
            @Schema(description = "In the caller's language", examples = "Convention cadre de recherche en IA")
                    String displayTitle) {}
}
