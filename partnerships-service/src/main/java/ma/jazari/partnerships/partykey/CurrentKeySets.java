package ma.jazari.partnerships.partykey;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.platform.integrity.CurrentRecord;
import ma.jazari.platform.integrity.CurrentRecords;

/** The keys of parties as their tables hold them, for the check of the log. */
@ApplicationScoped
class CurrentKeySets implements CurrentRecords {

    private final KeySetRepository keySets;
    private final KeySetService service;

    CurrentKeySets(KeySetRepository keySets, KeySetService service) {
        this.keySets = keySets;
        this.service = service;
    }

    @Override
    public String type() {
        return KeySetService.SUBJECT;
    }

    @Override
    public String table() {
        return "party_keys";
    }

    @Override
    public String table(String pointer) {
        return pointer.startsWith("/keys") ? "party_key" : table();
    }

    @Override
    public Map<String, CurrentRecord> find(Collection<String> ids) {
        var parties = ids.stream().map(PartyRef::ofId).flatMap(Optional::stream).toList();
        return keySets.findAllOf(parties).stream()
                .collect(Collectors.toMap(
                        set -> set.party().id(),
                        set -> new CurrentRecord(set.version(), service.image(set), List.of())));
    }
}
