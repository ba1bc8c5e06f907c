package ma.jazari.partnerships.party;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
        var current = new HashMap<>(institutes.current(ids));
        current.putAll(partners.current(ids));
        return current;
    }

    /** These, and all that have become part of one of them. */
    public Set<String> withAbsorbed(Collection<String> ids) {
        var all = new TreeSet<>(institutes.withAbsorbed(ids));
        all.addAll(partners.withAbsorbed(ids));
        return all;
    }
}
