package ma.jazari.events.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ma.jazari.events.figure.Indicator;
import ma.jazari.events.programme.ProgrammeService;
import ma.jazari.events.programme.ProgrammeState;
import ma.jazari.events.tally.DerivedFigures;
import ma.jazari.events.tally.FigureReader;
import ma.jazari.events.tally.Figures;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import ma.jazari.platform.text.LocalText;
import ma.jazari.platform.time.AsOf;
import org.jspecify.annotations.Nullable;

/** The progress of programmes, now and as it was reported at any time before. */
@ApplicationScoped
class ProgressService {

    private final ProgrammeService programmes;
    private final ProgrammeTree trees;
    private final FigureReader reader;
    private final DerivedFigures derived;
    private final Clock clock;

    ProgressService(
            ProgrammeService programmes,
            ProgrammeTree trees,
            FigureReader reader,
            DerivedFigures derived,
            Clock clock) {
        this.programmes = programmes;
        this.trees = trees;
        this.reader = reader;
        this.derived = derived;
        this.clock = clock;
    }

    /** @param languages best first */
    @Transactional
    ProgressResponse read(String id, ProgressQuery query, Actor actor, List<String> languages) {
        var by = SeriesBy.of(query.by);
        var asOf = asOf(query.asOf);
        var current = programmes.get(id, actor);
        var tree = tree(current.id(), asOf, actor);
        var wanted = wanted(tree.getFirst(), query.indicator);
        var figures = figures(tree, wanted, asOf);
        var day = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        return response(
                tree.getFirst(),
                asOf,
                by,
                languages,
                wanted.stream()
                        .map(indicator -> new ProgressCalculation(
                                        new Course(tree.getFirst().from(), indicator),
                                        figures.getOrDefault(indicator.key(), new Figures()),
                                        languages)
                                .progress(day, by, new Inclusion(tree, indicator).programmeIds()))
                        .toList());
    }

    /** The programme and its parts, but for those that were only planned: nobody is told of them, and nothing of them counts. */
    private List<ProgrammeState> tree(String id, Instant asOf, Actor actor) {
        var all = trees.of(id, asOf);
        if (all.isEmpty() || (!all.getFirst().status().isPublic() && !actor.seesEverything())) {
            throw Problem.notFound("programme, as of " + asOf + ",", id);
        }
        return all.stream()
                .filter(each -> each.id().equals(id) || each.status().isPublic())
                .toList();
    }

    private static ProgressResponse response(
            ProgrammeState programme,
            Instant asOf,
            SeriesBy by,
            List<String> languages,
            List<IndicatorProgress> indicators) {
        var title = LocalText.best(programme.titles(), languages).orElseThrow();
        return new ProgressResponse(
                programme.id(),
                programme.code(),
                title.value(),
                programme.from(),
                asOf,
                LocalDate.ofInstant(asOf, ZoneOffset.UTC),
                by.name().toLowerCase(Locale.ROOT),
                indicators,
                title.lang());
    }

    private Map<String, Figures> figures(List<ProgrammeState> tree, List<Indicator> wanted, Instant asOf) {
        var measured = wanted.stream()
                .flatMap(indicator -> new Inclusion(tree, indicator).measured())
                .toList();
        var figures = new HashMap<>(reader.read(measured, asOf));
        var programmes = tree.stream().map(ProgrammeState::id).toList();
        for (var indicator : wanted) {
            if (indicator.derivation() != null) {
                figures.put(indicator.key(), derived.read(indicator.derivation(), programmes, asOf));
            }
        }
        return figures;
    }

    private Instant asOf(@Nullable String text) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (text == null) {
            return now;
        }
        var asOf = AsOf.parse(text);
        if (!asOf.isAfter(now)) {
            return asOf;
        }
        if (LocalDate.ofInstant(now, ZoneOffset.UTC).toString().equals(text)) {
            return now;
        }
        throw Problem.invalid("asOf", "must not be in the future");
    }

    private static List<Indicator> wanted(ProgrammeState programme, @Nullable String keys) {
        var asked = ListQuery.anyOf(keys);
        for (var key : asked) {
            if (programme.indicator(key).isEmpty()) {
                throw Problem.invalid(
                        "indicator",
                        "\"" + key + "\" was no indicator of the programme; those are "
                                + programme.indicators().stream()
                                        .map(Indicator::key)
                                        .toList());
            }
        }
        return programme.indicators().stream()
                .filter(indicator -> asked.isEmpty() || asked.contains(indicator.key()))
                .toList();
    }
}
