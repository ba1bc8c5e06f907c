package ma.jazari.benchmarks.report;

import java.util.List;
import java.util.Optional;

/**
 * Results at one size of the registry.
 *
 * @param records how many there were
 */
public record AtSize(long records, List<Section> sections) {

    public AtSize {
        sections = List.copyOf(sections);
    }

    /** A figure of these results, where it was measured. */
    Optional<Double> figure(String measure, String metric) {
        return sections.stream()
                .flatMap(section -> section.lines().stream())
                .filter(line -> line.measure().equals(measure) && line.metric().equals(metric))
                .map(Line::figure)
                .findFirst();
    }
}
