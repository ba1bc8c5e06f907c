package ma.jazari.partnerships.partykey;

import java.time.Instant;
import java.util.List;
import ma.jazari.partnerships.agreement.PartyRef;
import org.jspecify.annotations.Nullable;

/** What is published of a party's keys: in the change log, the feed and on Kafka. */
record KeySetState(String id, PartyRef party, List<PublishedKey> keys, long version, @Nullable Instant updatedAt) {

    static KeySetState of(KeySet set) {
        return new KeySetState(
                set.party().id(),
                set.party(),
                set.keys().stream().map(PublishedKey::of).toList(),
                set.version(),
                set.updatedAt());
    }
}
