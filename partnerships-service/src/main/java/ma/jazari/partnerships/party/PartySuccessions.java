package ma.jazari.partnerships.party;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jazari.partnerships.agreement.PartyType;
import ma.jazari.partnerships.institutecopy.Successions;
import ma.jazari.partnerships.partner.PartnerSuccessions;

/** Which organisations were merged into which. Ids of institutes and partners differ, and none becomes part of the other kind. */
@ApplicationScoped
public class PartySuccessions {

    private final Successions institutes;
    private final PartnerSuccessions partners;

    PartySuccessions(Successions institutes, PartnerSuccessions partners) {
        this.institutes = institutes;
        this.partners = partners;
    }

    /** Of those that were merged, by id, the one that each is now. */
    public Map<String, String> current(Collection<String> ids) {
        var current = new HashMap<>(institutes.current(of(PartyType.INSTITUTE, ids)));
        current.putAll(partners.current(of(PartyType.PARTNER, ids)));
        return current;
    }

    /** These, and all that have become part of one of them. */
    public Set<String> withAbsorbed(Collection<String> ids) {
        var all = institutes.withAbsorbed(of(PartyType.INSTITUTE, ids));
        all.addAll(partners.withAbsorbed(of(PartyType.PARTNER, ids)));
        return all;
    }

    private static List<String> of(PartyType type, Collection<String> ids) {
        return ids.stream().filter(id -> id.charAt(0) == type.idPrefix()).toList();
    }
}
