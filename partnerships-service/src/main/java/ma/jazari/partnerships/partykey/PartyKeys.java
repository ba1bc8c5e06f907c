package ma.jazari.partnerships.partykey;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.jazari.partnerships.agreement.PartyRef;

/** What other features may ask about the keys of parties. */
@ApplicationScoped
public class PartyKeys {

    private final KeySetRepository keySets;

    PartyKeys(KeySetRepository keySets) {
        this.keySets = keySets;
    }

    /** The key of the party with this kid, if it was valid at that instant. */
    public Optional<PartyKey> find(PartyRef party, String kid, Instant at) {
        return keySets.find(party).find(kid).filter(key -> key.isValidAt(at));
    }

    /** All keys that the party has ever published, oldest first. */
    public List<PartyKey> history(PartyRef party) {
        return keySets.find(party).keys();
    }
}
