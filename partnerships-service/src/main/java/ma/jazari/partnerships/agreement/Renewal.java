package ma.jazari.partnerships.agreement;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import ma.jazari.platform.problem.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a convention goes on after its end.
 *
 * @param times how often at most
 * @param months for how long each time
 * @param noticeDays how long before the end a party must say that it does not go on
 */
public record Renewal(
        @NotNull @Schema(examples = "TACIT") RenewalMode mode,
        @Nullable @Positive @Max(100) @Schema(examples = "1") Integer times,
        @Nullable @Positive @Max(1200) @Schema(examples = "12") Integer months,
        @Nullable @PositiveOrZero @Max(3650) @Schema(examples = "90") Integer noticeDays) {

    /** Whether the parties must say that it goes on, or that it does not. */
    public enum RenewalMode {
        EXPLICIT,
        TACIT
    }

    void check(Violations violations) {
        if (mode == RenewalMode.TACIT && times == null) {
            violations.add("/renewal/times", "is required: a tacit renewal happens a stated number of times");
        }
        if (mode == RenewalMode.TACIT && months == null) {
            violations.add("/renewal/months", "is required for a tacit renewal");
        }
    }
}
