package ma.jazari.events.programevent;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import ma.jazari.events.call.CallState;
import ma.jazari.events.call.CallSubject;
import ma.jazari.events.institutecopy.Successions;
import ma.jazari.events.time.ZoneTimes;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.search.RecordSearch;
import ma.jazari.platform.search.RecordTable;
import ma.jazari.platform.search.RecordTable.Facet;
import ma.jazari.platform.search.RecordTable.Ids;
import ma.jazari.platform.search.SortOrder;
import ma.jazari.platform.search.SqlFilter;
import ma.jazari.platform.security.Actor;
import ma.jazari.platform.security.Scope;
import ma.jazari.platform.time.AsOf;
import org.jspecify.annotations.Nullable;

/** Finds the program events that a query asks for and its caller may see; every page starts from an index. */
@ApplicationScoped
class ProgramEventSearch {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    // As the filter finds them: a host that was merged counts as its successor, and two that are one by now count once.
    private static final String CURRENT_HOSTS =
            """
            with recursive line (origin, id) as (
                select c.id, c.successor_id from institute_copy c where c.successor_id is not null
                union select line.origin, next.successor_id
                from line join institute_copy next on next.id = line.id where next.successor_id is not null),
            successor (origin, id) as (
                select line.origin, line.id from line left join institute_copy c using (id) where c.successor_id is null)
            select host.id from matched i cross join lateral (
                select distinct coalesce(s.id, h.id) as id
                from unnest(i.host_institute_ids) as h (id) left join successor s on s.origin = h.id) host
            """;

    private static final Map<String, Facet> FACETS = Map.of(
            "type", Facet.of("type"),
            "status", Facet.of("status"),
            "region", ofSome("region"),
            "institute", new Facet("host_institute_ids", CURRENT_HOSTS),
            "programme", ofSome("programme_id"),
            "language", Facet.ofEach("languages"),
            "attendance", Facet.of("attendance"),
            "seeks", ofSome("seeks"));

    private final RecordSearch search;
    private final Successions successions;
    private final ZoneTimes zones;
    private final Clock clock;

    ProgramEventSearch(RecordSearch search, Successions successions, ZoneTimes zones, Clock clock) {
        this.search = search;
        this.successions = successions;
        this.zones = zones;
        this.clock = clock;
    }

    /** A page of program events, not yet in the form in which a caller sees them. */
    Page<ProgramEvent> find(ProgramEventQuery query, Actor actor) {
        var filter = new SqlFilter();
        visible(filter, actor);
        filters(filter, query);
        between(filter, query);
        Nearby.of(query.near, query.within).ifPresent(place -> place.addTo(filter));
        var calls = new CallStates(clock.instant());
        calls.addTo(filter, ListQuery.anyOf("callState", query.callState, CallState.class));
        return search.find(new RecordSearch.Wanted<>(
                table(calls), filter, query.q, order(query), ListQuery.anyOf(query.facets), query));
    }

    private static RecordTable<ProgramEvent> table(CallStates calls) {
        var facets = new TreeMap<>(FACETS);
        facets.put("callState", calls.facet());
        return new RecordTable<>(
                ProgramEvent.class, "program_event", ProgramEvent::id, ProgramEvent::createdAt, facets, Ids.UUID);
    }

    private static Facet ofSome(String column) {
        return new Facet(column, "select i.%1$s from matched i where i.%1$s is not null".formatted(column));
    }

    private static void visible(SqlFilter filter, Actor actor) {
        if (!actor.seesEverything()) {
            var own = actor.scopes().stream().map(Scope::id).sorted().toArray(String[]::new);
            if (own.length == 0) {
                filter.add("i.status <> 'DRAFT'", Map.of());
            } else {
                filter.add("(i.status <> 'DRAFT' or i.host_institute_ids && :own)", Map.of("own", own));
            }
        }
    }

    private void filters(SqlFilter filter, ProgramEventQuery query) {
        filter.anyOf("i.type", ListQuery.anyOf("type", query.type, ProgramEventType.class));
        filter.anyOf("i.status", ListQuery.anyOf("status", query.status, ProgramEventStatus.class));
        filter.anyOf("i.region", Region.anyOf(query.region));
        filter.anyOf("i.programme_id", ListQuery.anyOf(query.programme));
        if (query.series != null) {
            var series =
                    ListQuery.anyOf(query.series).stream().map(Uuids::checked).toList();
            // Hibernate knows no arrays of UUIDs in plain SQL.
            filter.add("i.series_id = any (cast(:series as uuid[]))", Map.of("series", SqlFilter.texts(series)));
        }
        filter.anyOf("i.seeks", ListQuery.anyOf("seeks", query.seeks, CallSubject.class));
        filter.anyOf("i.attendance", ListQuery.anyOf("attendance", query.attendance, Attendance.class));
        filter.overlaps(
                "i.host_institute_ids", List.copyOf(successions.withAbsorbed(ListQuery.anyOf(query.institute))));
        filter.overlaps("i.languages", ListQuery.anyOf(query.language));
    }

    private void between(SqlFilter filter, ProgramEventQuery query) {
        if (query.from != null) {
            filter.add("i.start_at >= :from", Map.of("from", instant("from", query.from, day -> day)));
        }
        if (query.to != null) {
            filter.add("i.start_at < :to", Map.of("to", instant("to", query.to, day -> day.plusDays(1))));
        }
    }

    private Instant instant(String name, String text, Function<LocalDate, LocalDate> bound) {
        try {
            return AsOf.checked(
                    DATE.matcher(text).matches()
                            ? zones.startOfDay(bound.apply(LocalDate.parse(text)))
                            : Instant.parse(text));
        } catch (DateTimeException e) {
            throw Problem.invalid(name, "must be a date such as 2026-01-12 or an instant such as 2026-01-12T09:00:00Z");
        }
    }

    /** With a text and without an order, the best come first. */
    private static @Nullable SortOrder<ProgramEvent> order(ProgramEventQuery query) {
        return switch (query.sort) {
            case null -> query.q == null || query.q.isBlank() ? byStart(false) : null;
            case "start" -> byStart(false);
            case "-start" -> byStart(true);
            case "end" -> byEnd(false);
            case "-end" -> byEnd(true);
            case "id" -> SortOrder.byId();
            case "updatedAt" -> SortOrder.byInstant("updated_at", false, ProgramEvent::updatedAt);
            case "-updatedAt" -> SortOrder.byInstant("updated_at", true, ProgramEvent::updatedAt);
            default ->
                throw Problem.invalid("sort", "must be one of start, -start, end, -end, id, updatedAt, -updatedAt");
        };
    }

    private static SortOrder<ProgramEvent> byStart(boolean descending) {
        return SortOrder.byInstant(
                "start_at", descending, event -> event.schedule().startInstant());
    }

    private static SortOrder<ProgramEvent> byEnd(boolean descending) {
        return SortOrder.byInstant(
                "end_at", descending, event -> event.schedule().endInstant());
    }
}
