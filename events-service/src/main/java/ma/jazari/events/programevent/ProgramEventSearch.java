package ma.jazari.events.programevent;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import ma.jazari.events.institutecopy.Successions;
import ma.jazari.events.time.ZoneTimes;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.query.Conditions;
import ma.jazari.platform.query.Keyset;
import ma.jazari.platform.query.Listing;
import ma.jazari.platform.security.Actor;
import ma.jazari.platform.security.Scope;
import org.jspecify.annotations.Nullable;

/** Finds the program events that a query asks for and its caller may see; every page starts from an index. */
@ApplicationScoped
class ProgramEventSearch {

    private static final Pattern REGION = Pattern.compile("MA-(0[1-9]|1[0-2])");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final ProgramEventRepository events;
    private final Successions successions;
    private final ZoneTimes zones;

    ProgramEventSearch(ProgramEventRepository events, Successions successions, ZoneTimes zones) {
        this.events = events;
        this.successions = successions;
        this.zones = zones;
    }

    /** A page of program events, not yet in the form in which a caller sees them. */
    Page<ProgramEvent> find(ProgramEventQuery query, Actor actor) {
        var conditions = new Conditions();
        visible(conditions, actor);
        filters(conditions, query);
        between(conditions, query);
        return Listing.page(events, conditions, order(query.sort).withUuids(), query);
    }

    private static void visible(Conditions conditions, Actor actor) {
        if (!actor.seesEverything()) {
            var own = actor.scopes().stream().map(Scope::id).sorted().toArray(String[]::new);
            conditions.add(
                    "(status <> :hidden or array_intersects(hostInstituteIds, :own))",
                    Map.of("hidden", ProgramEventStatus.DRAFT, "own", own));
        }
    }

    private void filters(Conditions conditions, ProgramEventQuery query) {
        conditions.anyOf("type", ListQuery.anyOf("type", query.type, ProgramEventType.class));
        conditions.anyOf("status", ListQuery.anyOf("status", query.status, ProgramEventStatus.class));
        conditions.anyOf("region", regions(query.region));
        conditions.overlaps(
                "hostInstituteIds", List.copyOf(successions.withAbsorbed(ListQuery.anyOf(query.institute))));
        conditions.overlaps("languages", ListQuery.anyOf(query.language));
        conditions.words("searchText", query.q);
    }

    private void between(Conditions conditions, ProgramEventQuery query) {
        if (query.from != null) {
            var from = instant("from", query.from, day -> day);
            conditions.add("schedule.startInstant >= :from", Map.of("from", from));
        }
        if (query.to != null) {
            var to = instant("to", query.to, day -> day.plusDays(1));
            conditions.add("schedule.startInstant < :to", Map.of("to", to));
        }
    }

    private Instant instant(String name, String text, Function<LocalDate, LocalDate> bound) {
        try {
            return DATE.matcher(text).matches()
                    ? zones.startOfDay(bound.apply(LocalDate.parse(text)))
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.invalid(name, "must be a date such as 2026-01-12 or an instant such as 2026-01-12T09:00:00Z");
        }
    }

    private static Keyset<ProgramEvent> order(@Nullable String sort) {
        return switch (Objects.requireNonNullElse(sort, "start")) {
            case "start" -> byStart(false);
            case "-start" -> byStart(true);
            case "id" -> Keyset.byId(ProgramEvent::id);
            case "updatedAt" -> byChange(false);
            case "-updatedAt" -> byChange(true);
            default -> throw Problem.invalid("sort", "must be one of start, -start, id, updatedAt, -updatedAt");
        };
    }

    private static Keyset<ProgramEvent> byStart(boolean descending) {
        return new Keyset<>(
                "schedule.startInstant",
                descending,
                Instant::parse,
                row -> row.schedule().startInstant().toString(),
                ProgramEvent::id);
    }

    private static Keyset<ProgramEvent> byChange(boolean descending) {
        return new Keyset<>(
                "updatedAt", descending, Instant::parse, row -> row.updatedAt().toString(), ProgramEvent::id);
    }

    private static List<String> regions(@Nullable String region) {
        var regions = ListQuery.anyOf(region);
        if (!regions.stream().allMatch(code -> REGION.matcher(code).matches())) {
            throw Problem.invalid("region", "must be codes from MA-01 to MA-12, comma for OR");
        }
        return regions;
    }
}
