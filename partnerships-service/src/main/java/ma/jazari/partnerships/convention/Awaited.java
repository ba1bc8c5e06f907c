package ma.jazari.partnerships.convention;

import java.util.List;
import ma.jazari.partnerships.agreement.Party;
import ma.jazari.partnerships.agreement.PartyRef;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An act of a party that a convention waits for. */
@Schema(name = "AwaitedAct")
public record Awaited(PartyRef party, @Schema(examples = "APPROVE") Act act) {

    /** What a party can be waited for to do. */
    @Schema(name = "PartyAct")
    public enum Act {
        PROPOSE,
        APPROVE
    }

    /** Whose turn it is. */
    static List<Awaited> of(ConventionState convention) {
        return switch (convention.status()) {
            case DRAFT -> List.of(new Awaited(convention.ownerParty(), Act.PROPOSE));
            case PROPOSED ->
                convention.parties().stream()
                        .filter(Party::mustApprove)
                        .map(party -> new Awaited(party.party(), Act.APPROVE))
                        .toList();
            default -> List.of();
        };
    }
}
