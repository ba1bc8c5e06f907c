package ma.jazari.partnerships.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import ma.jazari.partnerships.agreement.Obligation.ObligationState;
import ma.jazari.partnerships.agreement.PartyRef;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What has become of an obligation.
 *
 * @param dueSoon whether its day is near
 * @param on the day of its fulfilment, its waiver or its lapse
 * @param party who fulfilled or waived it
 */
public record ObligationFact(
        String key,
        ObligationState state,
        boolean dueSoon,
        @Nullable LocalDate on,
        @Nullable PartyRef party,
        @Nullable Evidence evidence,
        @Nullable Instant at) {

    /** What shows that an obligation is fulfilled; at least one of its parts is given. */
    @Schema(name = "ObligationEvidence")
    public record Evidence(
            @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") @Nullable String attachmentId,
            @Schema(examples = "https://example.org/report.pdf") @Nullable String url,
            @Nullable String note) {}

    static ObligationFact pending(String key) {
        return new ObligationFact(key, ObligationState.PENDING, false, null, null, null, null);
    }

    boolean isPending() {
        return state == ObligationState.PENDING;
    }

    /** Whether it was fulfilled, or need not be. */
    boolean isSettled() {
        return state == ObligationState.FULFILLED || state == ObligationState.WAIVED;
    }

    boolean isLapsed() {
        return state == ObligationState.LAPSED;
    }

    ObligationFact nearing() {
        return new ObligationFact(key, state, true, on, party, evidence, at);
    }

    ObligationFact lapsed(LocalDate day) {
        return new ObligationFact(key, ObligationState.LAPSED, false, day, null, null, null);
    }

    ObligationFact fulfilled(Evidence shown, LocalDate day, Act act) {
        return new ObligationFact(key, ObligationState.FULFILLED, false, day, act.party(), shown, act.at());
    }

    ObligationFact waived(Act act) {
        return new ObligationFact(key, ObligationState.WAIVED, false, act.today(), act.party(), null, act.at());
    }
}
