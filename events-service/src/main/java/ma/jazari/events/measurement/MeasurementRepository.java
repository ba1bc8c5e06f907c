package ma.jazari.events.measurement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.jazari.events.figure.Indicator;

/** Where measurements are kept. */
@ApplicationScoped
class MeasurementRepository implements PanacheRepositoryBase<Measurement, UUID> {

    private static final String LINE =
            """
            with recursive above (id, parent_id) as (
                select id, parent_id from programme where id = :upper
                union select p.id, p.parent_id from programme p join above a on p.id = a.parent_id
            ), below (id) as (
                select id from programme where id = :lower
                union select p.id from programme p join below b on p.parent_id = b.id
            )
            """;
    // Who reports, and those that it has become part of or that have become part of it, each with the day since when.
    private static final String REPORTERS =
            """
            , merger (id, successor_id, day) as (
                select c.id, c.successor_id, coalesce((
                    select cast(min(p.updated_at) at time zone 'UTC' as date) from institute_past p
                    where p.id = c.id and p.successor_id = c.successor_id), '-infinity')
                from institute_copy c where c.successor_id is not null
            ), absorbed (id, day) as (
                select id, day from merger where successor_id = :institute
                union select m.id, greatest(m.day, a.day) from absorbed a join merger m on m.successor_id = a.id
                where m.id <> :institute
            ), successor (id, day) as (
                select successor_id, day from merger where id = :institute
                union select m.successor_id, greatest(m.day, s.day) from successor s join merger m on m.id = s.id
                where m.successor_id <> :institute
            ), reporter (id, day) as (
                select cast(:institute as text), date '-infinity'
                union all select id, day from absorbed union all select id, day from successor
            )
            """;
    // Serves a report: what counts of the same indicator and institute in the programme, those above it and those below
    // it, along the exclusion constraint's index. What is found there would be counted twice in one of them. Elsewhere
    // what
    // is disputed is in nobody's way.
    private static final String OVERLAPPING = LINE
            + REPORTERS
            + """
            select m.* from reporter r cross join (select id from above union select id from below) l
            join measurement m on m.programme_id = l.id and m.institute_id = r.id and m.indicator = :indicator
            where m.superseded_at is null
              and (m.state <> 'DISPUTED' or (m.programme_id = :lower and m.institute_id = :institute))
              and daterange(m.period_from, m.period_to, '[]') && daterange(:from, :to, '[]')
              and least(m.period_to, cast(:to as date)) >= r.day
              and exists (
                select from programme p
                cross join jsonb_to_recordset(p.indicators) as i (key text, unit text, aggregation text)
                where p.id = l.id and i.key = :indicator and i.unit = :unit and i.aggregation = :aggregation)
            order by m.period_from, m.id limit 10
            """;
    // Serves a programme's move: whether anything is measured in it or its parts.
    private static final String IS_MEASURED = LINE
            + """
            select exists (select from below b join measurement m on m.programme_id = b.id)
            """;
    // Serves a programme's move under another one: what would be counted twice above. One pass over the periods of each
    // figure in the order of their beginnings, with how far those of the other side have reached until then.
    private static final String COUNTED_TWICE = LINE
            + """
            , meaning (programme_id, moves, key, unit, aggregation) as (
                select p.id, s.moves, i.key, i.unit, i.aggregation
                from (select id, false from above union all select id, true from below) as s (id, moves)
                join programme p on p.id = s.id
                cross join jsonb_to_recordset(p.indicators) as i (key text, unit text, aggregation text)
            ), reach as (
                select m.indicator, m.institute_id, m.period_from, w.moves,
                       max(m.period_to) filter (where w.moves) over earlier as below_to,
                       max(m.period_to) filter (where not w.moves) over earlier as above_to
                from meaning w join measurement m on m.programme_id = w.programme_id and m.indicator = w.key
                where m.superseded_at is null and m.state <> 'DISPUTED'
                window earlier as (partition by m.indicator collate "C", w.unit collate "C", w.aggregation collate "C",
                                                m.institute_id collate "C" order by m.period_from)
            )
            select indicator, institute_id, cast(period_from as text) from reach
            where (moves and above_to >= period_from) or (not moves and below_to >= period_from) limit 1
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
    List<Measurement> overlapping(UUID programme, Indicator indicator, MeasurementRequest request) {
        return getEntityManager()
                .createNativeQuery(OVERLAPPING, Measurement.class)
                .setParameter("upper", programme)
                .setParameter("lower", programme)
                .setParameter("indicator", indicator.key())
                .setParameter("unit", indicator.unit())
                .setParameter("aggregation", indicator.aggregation().name())
                .setParameter("institute", request.instituteId())
                .setParameter("from", request.period().from())
                .setParameter("to", request.period().to())
                .getResultList();
    }

    /** Some figure that would count twice above, were the programme part of the parent. */
    Optional<Twice> countedTwice(UUID programme, UUID parent) {
        var isMeasured = (boolean) getEntityManager()
                .createNativeQuery(IS_MEASURED, Boolean.class)
                .setParameter("lower", programme)
                .setParameter("upper", parent)
                .getSingleResult();
        return isMeasured ? firstCountedTwice(programme, parent) : Optional.empty();
    }

    @SuppressWarnings("unchecked") // the query is of three texts
    private Optional<Twice> firstCountedTwice(UUID programme, UUID parent) {
        var rows = (List<Object[]>) getEntityManager()
                .createNativeQuery(COUNTED_TWICE, Object[].class)
                .setParameter("lower", programme)
                .setParameter("upper", parent)
                .getResultList();
        return rows.stream()
                .map(row -> new Twice((String) row[0], (String) row[1], (String) row[2]))
                .findFirst();
    }

    /**
     * What is reported on both sides of a move.
     *
     * @param day the first on which it is
     */
    record Twice(String indicator, String institute, String day) {}
}
