package ma.jazari.events.progress;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.function.Function;
import ma.jazari.events.figure.Decimals;
import ma.jazari.events.progress.IndicatorProgress.SeriesItem;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws the progress of an indicator: what is verified, what is reported, the line to the target, and the projection. */
final class ProgressChart {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 480;
    private static final int LONGEST_TITLE = 80;
    private static final Color VERIFIED = new Color(0, 98, 51);
    private static final Color COUNTED = new Color(90, 160, 120);
    private static final Color EXPECTED = new Color(120, 120, 120);
    private static final Color PROJECTED = new Color(193, 39, 45);

    static {
        // A server has no screen.
        System.setProperty("java.awt.headless", "true");
    }

    private ProgressChart() {}

    static String svg(ProgressResponse progress, IndicatorProgress of, ChartWords words) {
        var chart = empty(of, words);
        expected(chart, progress, of, words);
        reached(chart, progress, of, words);
        projected(chart, progress, of, words);
        try (var out = new ByteArrayOutputStream()) {
            VectorGraphicsEncoder.saveVectorGraphic(chart, out, VectorGraphicsFormat.SVG);
            return titled(out.toString(StandardCharsets.UTF_8), progress, of, words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The library draws letters as outlines; whoever cannot see them, and whoever searches, reads these. */
    private static String titled(String svg, ProgressResponse progress, IndicatorProgress of, ChartWords words) {
        int root = svg.indexOf("<svg") + "<svg".length();
        int inside = svg.indexOf('>', root) + 1;
        var names = List.of(words.expected(), words.counted(), words.verified());
        return svg.substring(0, root)
                + " xml:lang=\"" + words.language() + "\" role=\"img\" aria-labelledby=\"chart-title chart-desc\""
                + svg.substring(root, inside)
                + "<title id=\"chart-title\">" + XmlText.of(of.displayTitle()) + "</title>"
                + "<desc id=\"chart-desc\">"
                + XmlText.of(progress.displayTitle() + " (" + of.unit() + "): " + String.join(", ", names))
                + "</desc>" + svg.substring(inside);
    }

    private static XYChart empty(IndicatorProgress of, ChartWords words) {
        var chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(cut(of.displayTitle()))
                .yAxisTitle(of.unit())
                .build();
        chart.getStyler()
                .setLegendPosition(LegendPosition.OutsideS)
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false);
        chart.getStyler().setDatePattern("yyyy-MM");
        chart.getStyler().setDecimalPattern("#,##0.##");
        chart.getStyler().setLocale(words.locale());
        chart.getStyler().setTimezone(TimeZone.getTimeZone(ZoneOffset.UTC));
        return chart;
    }

    /** As much of it as fits above the chart; the whole is in the title that is read. */
    private static String cut(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…";
    }

    private static void expected(XYChart chart, ProgressResponse progress, IndicatorProgress of, ChartWords words) {
        var series = chart.addSeries(
                words.expected(),
                List.of(date(progress.from()), date(of.targetDate())),
                List.of(number(of.baseline()), number(of.target())));
        dashed(series, EXPECTED, SeriesLines.DASH_DASH);
    }

    private static void reached(XYChart chart, ProgressResponse progress, IndicatorProgress of, ChartWords words) {
        line(chart, words.counted(), progress, of, SeriesItem::level, COUNTED);
        line(chart, words.verified(), progress, of, SeriesItem::verifiedLevel, VERIFIED);
    }

    private static void line(
            XYChart chart,
            String name,
            ProgressResponse progress,
            IndicatorProgress of,
            Function<SeriesItem, String> level,
            Color color) {
        var days = new ArrayList<Date>();
        var levels = new ArrayList<Double>();
        days.add(date(progress.from()));
        levels.add(number(of.baseline()));
        for (var item : of.series()) {
            // Of the period that still runs one knows what there is today, not at its end.
            var day = item.to().isAfter(progress.day()) ? progress.day() : item.to();
            if (day.isAfter(progress.from())) {
                days.add(date(day));
                levels.add(number(level.apply(item)));
            }
        }
        var series = chart.addSeries(name, days, levels);
        series.setLineColor(color);
        series.setLineStyle(new BasicStroke(2.5f));
        series.setMarkerColor(color);
        series.setMarker(SeriesMarkers.CIRCLE);
    }

    private static void projected(XYChart chart, ProgressResponse progress, IndicatorProgress of, ChartWords words) {
        var projection = of.projection();
        if (projection != null) {
            var series = chart.addSeries(
                    words.projected(),
                    List.of(date(progress.from()), date(of.targetDate())),
                    List.of(number(projection.atStart()), number(projection.atTargetDate())));
            dashed(series, PROJECTED, SeriesLines.DOT_DOT);
        }
    }

    private static void dashed(XYSeries series, Color color, BasicStroke stroke) {
        series.setLineColor(color);
        series.setLineStyle(stroke);
        series.setMarker(SeriesMarkers.NONE);
    }

    private static Date date(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static double number(String decimal) {
        BigDecimal exact = Decimals.of(decimal);
        return exact.doubleValue();
    }
}
