package ma.jazari.partnerships.convention;

import java.time.LocalDate;
import java.util.List;
import ma.jazari.partnerships.agreement.Obligation;
import ma.jazari.partnerships.agreement.Obligation.ObligationState;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.lifecycle.ObligationFact;
import ma.jazari.partnerships.lifecycle.ObligationFact.Evidence;
import ma.jazari.partnerships.lifecycle.ObligationFacts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a party owes under a convention, and what has become of it. */
@Schema(name = "ConventionObligation")
public record ShownObligation(
        @Schema(examples = "lab") String key,
        PartyRef party,
        @Schema(examples = "Ouverture du laboratoire commun") String deliverable,
        @Schema(examples = "2026-12-31") @Nullable LocalDate due,
        ObligationState state,
        @Schema(description = "The day of its fulfilment, its waiver or its lapse", examples = "2026-12-01") @Nullable LocalDate settledOn,
        @Schema(description = "Who fulfilled or waived it") @Nullable PartyRef settledBy,
        @Nullable Evidence evidence) {

    static List<ShownObligation> of(List<Obligation> obligations, List<ObligationFact> facts) {
        return obligations.stream()
                .map(obligation -> of(
                        obligation,
                        ObligationFacts.find(facts, obligation.key()).orElse(null)))
                .toList();
    }

    private static ShownObligation of(Obligation obligation, @Nullable ObligationFact fact) {
        return new ShownObligation(
                obligation.key(),
                obligation.party(),
                obligation.deliverable(),
                obligation.due(),
                fact == null ? ObligationState.PENDING : fact.state(),
                fact == null ? null : fact.on(),
                fact == null ? null : fact.party(),
                fact == null ? null : fact.evidence());
    }
}
