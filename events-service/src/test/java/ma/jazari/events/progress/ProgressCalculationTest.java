package ma.jazari.events.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import ma.jazari.events.figure.Aggregation;
import ma.jazari.events.figure.FigureSource;
import ma.jazari.events.figure.Indicator;
import ma.jazari.events.tally.Amount;
import ma.jazari.events.tally.Figures;
import ma.jazari.events.tally.Split;
import ma.jazari.platform.text.LocalText;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ProgressCalculationTest {

    private static final LocalDate FROM = LocalDate.parse("2026-01-01");
    private static final LocalDate TARGET_DATE = LocalDate.parse("2026-12-31");
    private static final List<String> FRENCH = List.of("fr", "ar", "en");

    private final Figures figures = new Figures();

    @Test
    void expects_the_straight_line_and_nothing_beyond_it() {
        var course = new Course(FROM, indicator(Aggregation.SUM, "100", "464"));

        assertThat(course.expected(FROM.minusDays(1))).isEqualByComparingTo("100");
        assertThat(course.expected(FROM)).isEqualByComparingTo("100");
        assertThat(course.expected(FROM.plusDays(182))).isEqualByComparingTo("282");
        assertThat(course.expected(TARGET_DATE)).isEqualByComparingTo("464");
        assertThat(course.expected(TARGET_DATE.plusYears(1))).isEqualByComparingTo("464");
    }

    @Test
    void adds_sums_on_top_of_the_baseline_and_keeps_verified_and_reported_apart() {
        verified("2026-03-31", "10.5");
        reported("2026-06-30", "4.5");

        var progress = progress(Aggregation.SUM, "100", "200", SeriesBy.QUARTER);

        assertThat(progress.total()).isEqualTo("15");
        assertThat(progress.level()).isEqualTo("115");
        assertThat(progress.share()).isEqualTo("0.15");
        assertThat(progress.verified().total()).isEqualTo("10.5");
        assertThat(progress.verified().share()).isEqualTo("0.105");
        assertThat(progress.reported().total()).isEqualTo("4.5");
        assertThat(progress.measurements()).isEqualTo(2);
    }

    @Test
    void measures_the_way_downwards_as_well() {
        var course = new Course(FROM, indicator(Aggregation.LATEST, "200", "100"));

        assertThat(course.share(course.level(new BigDecimal("175")))).isEqualByComparingTo("0.25");
        assertThat(course.share(course.level(null))).isEqualByComparingTo("0");
    }

    @Test
    void averages_each_value_once() {
        verified("2026-03-31", "1");
        verified("2026-03-31", "2");
        reported("2026-06-30", "2");

        var progress = progress(Aggregation.AVERAGE, "0", "10", SeriesBy.YEAR);

        assertThat(progress.total()).isEqualTo("1.666667");
        assertThat(progress.verified().total()).isEqualTo("1.5");
        assertThat(progress.series()).singleElement().satisfies(year -> assertThat(year.total())
                .isEqualTo("1.666667"));
    }

    @Test
    void has_a_series_without_gaps() {
        verified("2026-01-31", "1");
        verified("2026-04-30", "2");

        var series = progress(Aggregation.SUM, "0", "10", SeriesBy.MONTH).series();

        assertThat(series)
                .extracting(item -> item.period() + " " + item.total() + " " + item.level())
                .containsExactly("2026-01 1 1", "2026-02 0 1", "2026-03 0 1", "2026-04 2 3");
    }

    @Test
    void shows_of_latest_values_what_there_is_at_the_end_of_each_period() {
        verified("2026-03-31", "5");
        // The same institute has two more in September.
        verified("2026-09-30", "2");

        var series = progress(Aggregation.LATEST, "0", "10", SeriesBy.QUARTER).series();

        assertThat(series)
                .extracting(item -> item.period() + " " + item.total())
                .containsExactly("2026-Q1 5", "2026-Q2 5", "2026-Q3 7");
    }

    @Test
    void projects_the_line_of_least_squares() {
        verified(FROM.plusDays(100).toString(), "100");
        verified(FROM.plusDays(200).toString(), "100");
        reported(FROM.plusDays(300).toString(), "5000");

        var projection = Objects.requireNonNull(
                progress(Aggregation.SUM, "0", "364", SeriesBy.QUARTER).projection());

        assertThat(projection.method()).isEqualTo("LEAST_SQUARES");
        assertThat(projection.points()).isEqualTo(3);
        assertThat(projection.atStart()).isEqualTo("0");
        assertThat(projection.atTargetDate()).isEqualTo("364");
        assertThat(projection.reachesTargetOn()).isEqualTo(TARGET_DATE);
    }

    @Test
    void projects_through_the_days_on_which_things_only_ended() {
        verified(FROM.plusDays(100).toString(), "10");
        var ended = new Amount(new BigDecimal("-10"), 0);
        figures.addDay(FROM.plusDays(200), new Split(ended, ended, Amount.NONE));

        var projection = Objects.requireNonNull(
                progress(Aggregation.LATEST, "0", "10", SeriesBy.QUARTER).projection());

        assertThat(projection.points()).isEqualTo(3);
        assertThat(projection.reachesTargetOn()).isNull();
    }

    @Test
    void tells_the_smallest_share_of_the_way() {
        var course = new Course(FROM, indicator(Aggregation.SUM, "0", "10000000000"));

        assertThat(course.share(new BigDecimal("1"))).isEqualByComparingTo("0.0000000001");
        assertThat(course.share(new BigDecimal("3333333333"))).isEqualByComparingTo("0.333333");
    }

    @Test
    void cuts_a_title_that_is_too_long_for_a_chart_and_reads_it_whole() throws Exception {
        var title = "Emplois & <métiers> \uFFFF" + "très ".repeat(40);
        var indicator = new Indicator(
                "jobs",
                List.of(new LocalText(title, "fr")),
                "emplois",
                Aggregation.SUM,
                "0",
                "10",
                TARGET_DATE,
                FigureSource.MEASUREMENTS,
                null);
        var of = new ProgressCalculation(new Course(FROM, indicator), figures, FRENCH)
                .progress(FROM.plusDays(182), SeriesBy.YEAR, List.of("id"));
        var progress = new ProgressResponse(
                "id", "CODE", "Titre", FROM, Instant.EPOCH, FROM.plusDays(182), "year", List.of(of), "fr");

        var svg = ProgressChart.svg(progress, of, ChartWords.of(FRENCH));

        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        var root = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
        assertThat(root.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(title.replace("\uFFFF", ""));
    }

    @Test
    void projects_nothing_of_nothing_and_never_reaches_the_target_the_other_way() {
        reported("2026-03-31", "5");
        assertThat(progress(Aggregation.SUM, "0", "10", SeriesBy.YEAR).projection())
                .isNull();

        verified("2026-06-30", "-5");
        var falling = Objects.requireNonNull(
                progress(Aggregation.SUM, "0", "10", SeriesBy.YEAR).projection());
        assertThat(falling.reachesTargetOn()).isNull();
    }

    @Test
    void lists_all_regions_and_the_largest_institute_first() {
        figures.addInstitute("j00000098", List.of(), split("1", true));
        figures.addInstitute("j4k7xq236", List.of(), split("2", true));
        figures.addRegion("MA-03", split("3", true));

        var progress = progress(Aggregation.SUM, "0", "10", SeriesBy.YEAR);

        assertThat(progress.byInstitute())
                .extracting(IndicatorProgress.InstituteFigures::instituteId)
                .containsExactly("j4k7xq236", "j00000098");
        assertThat(progress.byRegion()).hasSize(12);
        assertThat(progress.byRegion().get(2).total()).isEqualTo("3");
        assertThat(progress.byRegion().get(3).total()).isEqualTo("0");
    }

    @Test
    void draws_the_same_chart_of_the_same_figures_in_each_language() {
        verified("2026-03-31", "5");
        reported("2026-06-30", "2");
        var of = progress(Aggregation.SUM, "0", "10", SeriesBy.QUARTER);
        var progress = new ProgressResponse(
                "id", "CODE", "Titre", FROM, Instant.EPOCH, FROM.plusDays(200), "quarter", List.of(of), "fr");

        var french = ProgressChart.svg(progress, of, ChartWords.of(FRENCH));

        assertThat(french)
                .contains("<svg", ">Contribution au PIB</title>", "Titre (USD): Trajectoire prévue", "Vérifié")
                .contains("xml:lang=\"fr\"", "aria-labelledby=\"chart-title chart-desc\"");
        assertThat(ProgressChart.svg(progress, of, ChartWords.of(FRENCH))).isEqualTo(french);
        assertThat(ProgressChart.svg(progress, of, ChartWords.of(List.of("ar"))))
                .contains("المسار المتوقع");
    }

    private IndicatorProgress progress(Aggregation aggregation, String baseline, String target, SeriesBy by) {
        var course = new Course(FROM, indicator(aggregation, baseline, target));
        return new ProgressCalculation(course, figures, FRENCH).progress(FROM.plusDays(182), by, List.of("id"));
    }

    private static Indicator indicator(Aggregation aggregation, String baseline, String target) {
        return new Indicator(
                "gdp",
                List.of(new LocalText("Contribution au PIB", "fr")),
                "USD",
                aggregation,
                baseline,
                target,
                TARGET_DATE,
                FigureSource.MEASUREMENTS,
                null);
    }

    private void verified(String day, String value) {
        figures.addDay(LocalDate.parse(day), split(value, true));
    }

    private void reported(String day, String value) {
        figures.addDay(LocalDate.parse(day), split(value, false));
    }

    private static Split split(String value, boolean verified) {
        var amount = new Amount(new BigDecimal(value), 1);
        return new Split(amount, verified ? amount : Amount.NONE, verified ? Amount.NONE : amount);
    }
}
