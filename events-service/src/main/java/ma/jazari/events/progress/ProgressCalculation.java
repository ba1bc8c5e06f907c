package ma.jazari.events.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.jazari.events.figure.Decimals;
import ma.jazari.events.figure.FigureSource;
import ma.jazari.events.figure.Indicator;
import ma.jazari.events.progress.IndicatorProgress.InstituteFigures;
import ma.jazari.events.progress.IndicatorProgress.Projected;
import ma.jazari.events.progress.IndicatorProgress.RegionFigures;
import ma.jazari.events.progress.IndicatorProgress.SeriesItem;
import ma.jazari.events.progress.IndicatorProgress.Standing;
import ma.jazari.events.tally.Amount;
import ma.jazari.events.tally.Figures;
import ma.jazari.events.tally.Split;
import ma.jazari.platform.record.Names;
import ma.jazari.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/** Works out the progress of one indicator from its figures. */
final class ProgressCalculation {

    private static final List<String> REGIONS =
            IntStream.rangeClosed(1, 12).mapToObj("MA-%02d"::formatted).toList();

    private final Course course;
    private final Indicator indicator;
    private final Figures figures;
    private final List<String> languages;

    /** @param languages best first */
    ProgressCalculation(Course course, Figures figures, List<String> languages) {
        this.course = course;
        this.indicator = course.indicator();
        this.figures = figures;
        this.languages = languages;
    }

    IndicatorProgress progress(LocalDate day, SeriesBy by, List<String> programmeIds) {
        var all = figures.total();
        var standing = standing(all.all());
        return new IndicatorProgress(
                indicator.key(),
                indicator.titles(),
                LocalText.best(indicator.titles(), languages).orElseThrow().value(),
                indicator.unit(),
                indicator.aggregation(),
                indicator.source(),
                indicator.derivation(),
                derivedFrom(),
                indicator.baseline(),
                indicator.target(),
                indicator.targetDate(),
                programmeIds,
                standing.total(),
                standing.level(),
                standing.share(),
                standing.measurements(),
                Decimals.text(course.expected(day)),
                standing(all.verified()),
                standing(all.reported()),
                series(by),
                byInstitute(),
                byRegion(),
                Projection.of(course, figures.byDay())
                        .map(ProgressCalculation::projected)
                        .orElse(null));
    }

    private @Nullable String derivedFrom() {
        var derivation = indicator.derivation();
        return derivation == null ? null : derivation.description();
    }

    private Standing standing(Amount amount) {
        var total = total(amount);
        var level = course.level(total);
        return new Standing(text(total), Decimals.text(level), Decimals.text(course.share(level)), amount.count());
    }

    private List<SeriesItem> series(SeriesBy by) {
        var buckets = new TreeMap<LocalDate, Split>();
        figures.byDay().forEach((day, split) -> buckets.merge(by.start(day), split, Split::plus));
        var series = new ArrayList<SeriesItem>();
        if (buckets.isEmpty()) {
            return series;
        }
        var reached = Split.NONE;
        for (var start = buckets.firstKey(); !start.isAfter(buckets.lastKey()); start = by.next(start)) {
            var own = Objects.requireNonNullElse(buckets.get(start), Split.NONE);
            reached = reached.plus(own);
            series.add(item(by, start, own, reached));
        }
        return series;
    }

    private SeriesItem item(SeriesBy by, LocalDate start, Split own, Split reached) {
        var end = by.next(start).minusDays(1);
        // Of the latest values, what a period adds is not what there is in it.
        var shown =
                switch (indicator.aggregation()) {
                    case LATEST -> reached;
                    case SUM, AVERAGE -> own;
                };
        return new SeriesItem(
                by.name(start),
                start,
                end,
                text(total(shown.all())),
                text(total(shown.verified())),
                text(total(shown.reported())),
                Decimals.text(course.level(total(reached.all()))),
                Decimals.text(course.level(total(reached.verified()))),
                Decimals.text(course.expected(end)),
                own.all().count());
    }

    private List<InstituteFigures> byInstitute() {
        return figures.byInstitute().stream()
                .sorted(Comparator.comparing((Figures.OfInstitute each) -> sortable(each.split()))
                        .reversed()
                        .thenComparing(Figures.OfInstitute::id))
                .map(each -> new InstituteFigures(
                        each.id(),
                        each.names().isEmpty()
                                ? null
                                : Names.shown(each.names(), languages).value(),
                        text(total(each.split().all())),
                        text(total(each.split().verified())),
                        text(total(each.split().reported())),
                        each.split().all().count()))
                .toList();
    }

    private BigDecimal sortable(Split split) {
        return Objects.requireNonNullElse(total(split.all()), BigDecimal.ZERO);
    }

    private List<RegionFigures> byRegion() {
        var regions =
                REGIONS.stream().map(region -> region(region, figures.byRegion().getOrDefault(region, Split.NONE)));
        var elsewhere = figures.elsewhere();
        return (elsewhere.all().isNothing() ? regions : Stream.concat(regions, Stream.of(region(null, elsewhere))))
                .toList();
    }

    private RegionFigures region(@Nullable String region, Split split) {
        return new RegionFigures(
                region,
                text(total(split.all())),
                text(total(split.verified())),
                text(total(split.reported())),
                split.all().count());
    }

    private static Projected projected(Projection projection) {
        return new Projected(
                Projection.METHOD,
                projection.points(),
                Decimals.text(projection.atStart()),
                Decimals.text(projection.atTargetDate()),
                projection.reachesTargetOn());
    }

    /** What the registry counts itself it knows: of nothing there is none. */
    private @Nullable BigDecimal total(Amount amount) {
        var total = amount.total(indicator.aggregation());
        return total == null && indicator.source() == FigureSource.REGISTRY ? BigDecimal.ZERO : total;
    }

    private static @Nullable String text(@Nullable BigDecimal value) {
        return value == null ? null : Decimals.text(value);
    }
}
