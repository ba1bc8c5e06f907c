package ma.jazari.events.programevent;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import ma.jazari.events.programevent.PublishedEvents.Selection;
import ma.jazari.platform.search.SqlFilter;

/**
 * What is another text whenever anything that is shown of published events changes. Programs ask for it far more often than
 * anything changes: while nobody has written, it is the one that was told last.
 */
@ApplicationScoped
class Fingerprints {

    // Everything that a feed shows follows from the versions of its events and of the copies of their hosts. Hashes
    // make the same in any order, and a version never comes back.
    private static final String FINGERPRINT =
            """
            with feed as (select i.id, i.version, i.host_institute_ids from program_event i where %s order by %s limit :most)
            select cast(pg_current_snapshot() as text) as snapshot,
                   concat_ws(' ', count(*), bit_xor(uuid_hash_extended(id, version)),
                             (select bit_xor(hashtextextended(c.id, c.version)) from institute_copy c
                              where c.id in (select unnest(host_institute_ids) from feed))) as fingerprint
            from feed
            """;

    // The same snapshot sees the same transactions, and so the same rows.
    private static final String SNAPSHOT = "select cast(pg_current_snapshot() as text)";

    private static final int MOST = 1_000;

    // No longer, so that nothing outlives the database that it is of.
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final EntityManager entities;
    private final Cache<Selection, Told> told =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    Fingerprints(EntityManager entities) {
        this.entities = entities;
    }

    String of(Selection wanted, SqlFilter filter) {
        var snapshot =
                (String) entities.createNativeQuery(SNAPSHOT, String.class).getSingleResult();
        var last = told.getIfPresent(wanted);
        if (last != null && last.snapshot().equals(snapshot)) {
            return last.fingerprint();
        }
        var now = read(wanted, filter);
        told.put(wanted, now);
        return now.fingerprint();
    }

    private Told read(Selection wanted, SqlFilter filter) {
        var query = entities.createNativeQuery(FINGERPRINT.formatted(filter.sql(), wanted.order().sql), Told.class);
        filter.parameters().forEach(query::setParameter);
        return (Told) query.setParameter("most", wanted.most()).getSingleResult();
    }

    private record Told(String snapshot, String fingerprint) {}
}
