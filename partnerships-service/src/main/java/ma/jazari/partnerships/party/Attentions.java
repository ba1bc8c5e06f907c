package ma.jazari.partnerships.party;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.agreement.PartyType;
import ma.jazari.partnerships.institutecopy.InstituteCopies;
import ma.jazari.partnerships.lifecycle.Attention;
import ma.jazari.partnerships.partner.PartnerDirectory;

/** Which organisations are not active any more, and how. */
@ApplicationScoped
public class Attentions {

    private static final String ACTIVE = "ACTIVE";

    private final InstituteCopies institutes;
    private final PartnerDirectory partners;

    Attentions(InstituteCopies institutes, PartnerDirectory partners) {
        this.institutes = institutes;
        this.partners = partners;
    }

    /** Of the parties, in their order, those that are suspended, closed, merged or out of use. */
    public List<Attention> of(Collection<PartyRef> parties) {
        var status = statusOf(parties);
        return parties.stream()
                .filter(party -> !status.getOrDefault(party.id(), ACTIVE).equals(ACTIVE))
                .map(party -> new Attention(party, status.getOrDefault(party.id(), ACTIVE)))
                .toList();
    }

    private Map<String, String> statusOf(Collection<PartyRef> parties) {
        var status = new HashMap<String, String>();
        institutes.find(ids(parties, PartyType.INSTITUTE)).forEach(copy -> status.put(copy.id(), copy.status()));
        partners.find(ids(parties, PartyType.PARTNER))
                .forEach(entry -> status.put(entry.id(), entry.status().name()));
        return status;
    }

    private static List<String> ids(Collection<PartyRef> parties, PartyType type) {
        return parties.stream()
                .filter(party -> party.type() == type)
                .map(PartyRef::id)
                .toList();
    }
}
