package ma.jazari.events.measurement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where measurements are kept. */
@ApplicationScoped
class MeasurementRepository implements PanacheRepositoryBase<Measurement, UUID> {

    // Serves a report: what counts of the same indicator and institute in the programme, those above it and those below
    // it, along the exclusion constraint's index. What is found there would be counted twice in one of them.
    private static final String OVERLAPPING =
            """
            with recursive above (id, parent_id) as (
                select id, parent_id from programme where id = :programme
                union select p.id, p.parent_id from programme p join above a on p.id = a.parent_id
            ), below (id) as (
                select id from programme where id = :programme
                union select p.id from programme p join below b on p.parent_id = b.id
            )
            select m.* from measurement m
            where m.programme_id in (select id from above union select id from below)
              and m.indicator = :indicator and m.institute_id = :institute and m.superseded_at is null
              and daterange(m.period_from, m.period_to, '[]') && daterange(:from, :to, '[]')
            order by m.period_from, m.id limit 10
            """;
    // Serves a programme's move under another one: what would be counted twice above.
    private static final String COUNTED_TWICE =
            """
            with recursive above (id, parent_id) as (
                select id, parent_id from programme where id = :parent
                union select p.id, p.parent_id from programme p join above a on p.id = a.parent_id
            ), below (id) as (
                select id from programme where id = :programme
                union select p.id from programme p join below b on p.parent_id = b.id
            )
            select exists (
                select from measurement m
                join measurement o on o.indicator = m.indicator and o.institute_id = m.institute_id
                    and daterange(o.period_from, o.period_to, '[]') && daterange(m.period_from, m.period_to, '[]')
                where m.programme_id in (select id from below) and m.superseded_at is null
                  and o.programme_id in (select id from above) and o.superseded_at is null
            )
            """;

    /** The measurement of the programme, locked until the transaction ends. */
    Optional<Measurement> findForChange(UUID programme, UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(found -> found.programmeId().equals(programme.toString()));
    }

    Optional<Measurement> find(UUID programme, UUID id) {
        return find("programmeId = ?1 and id = ?2", programme, id).firstResultOptional();
    }

    boolean areThereOf(UUID programme, String indicator) {
        return find("select id from Measurement where programmeId = ?1 and indicator = ?2", programme, indicator)
                .page(0, 1)
                .project(UUID.class)
                .firstResultOptional()
                .isPresent();
    }

    /** Lets one transaction at a time report of the indicator for the institute, in whatever programme. */
    void lock(String indicator, String institute) {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:figure, 5))::text", String.class)
                .setParameter("figure", institute + " " + indicator)
                .getSingleResult();
    }

    /** Some of what counts and a measurement of these days would overlap with, in the programme, above and below it. */
    @SuppressWarnings("unchecked") // the query is of the entity
    List<Measurement> overlapping(UUID programme, MeasurementRequest request) {
        return getEntityManager()
                .createNativeQuery(OVERLAPPING, Measurement.class)
                .setParameter("programme", programme)
                .setParameter("indicator", request.indicator())
                .setParameter("institute", request.instituteId())
                .setParameter("from", request.period().from())
                .setParameter("to", request.period().to())
                .getResultList();
    }

    /** Whether something would count twice above, were the programme part of the parent. */
    boolean wouldCountTwice(UUID programme, UUID parent) {
        return (boolean) getEntityManager()
                .createNativeQuery(COUNTED_TWICE, Boolean.class)
                .setParameter("programme", programme)
                .setParameter("parent", parent)
                .getSingleResult();
    }
}
