package ma.jazari.benchmarks.delay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import ma.jazari.benchmarks.report.Line;
import org.junit.jupiter.api.Test;

class JourneysTest {

    private static final Instant START = Instant.parse("2026-01-12T09:00:00Z");

    @Test
    void measures_each_part_of_the_way() {
        var journeys = new Journeys();
        journeys.add(List.of(journey(0, 3, 5, 12)));

        var lines = journeys.against(null);

        assertThat(figure(lines, "change to consumer")).isCloseTo(9, within(0.01));
        assertThat(figure(lines, "answer to consumer")).isCloseTo(7, within(0.01));
        assertThat(figure(lines, "due to consumer")).isCloseTo(12, within(0.02));
        assertThat(figure(lines, "due to answer")).isCloseTo(5, within(0.01));
    }

    @Test
    void counts_a_message_that_comes_before_the_answer_as_no_delay() {
        var journeys = new Journeys();
        journeys.add(List.of(journey(0, 3, 8, 6)));

        assertThat(figure(journeys.against(null), "answer to consumer")).isZero();
    }

    @Test
    void tells_the_rate_without_the_pauses_between_rounds() {
        var journeys = new Journeys();
        journeys.add(List.of(journey(0, 1, 2, 3), journey(10, 11, 20, 21)));
        journeys.add(List.of(journey(5000, 5001, 5002, 5003), journey(5010, 5011, 5020, 5021)));

        assertThat(journeys.perSecond()).isCloseTo(100, within(0.001));
    }

    private static double figure(List<Line> lines, String measure) {
        return lines.stream()
                .filter(line -> line.measure().equals(measure) && line.metric().equals("p50"))
                .findFirst()
                .orElseThrow()
                .figure();
    }

    private static Journey journey(int due, int changed, int confirmed, int received) {
        return new Journey(
                START.plusMillis(due),
                START.plusMillis(changed),
                START.plusMillis(confirmed),
                START.plusMillis(received));
    }
}
