package ma.jazari.benchmarks.report;

import java.util.List;

/**
 * Results that belong together.
 *
 * @param title what was done, how, and how long
 * @param floor what the floor is
 */
public record Section(String title, String floor, List<Line> lines) {

    public Section {
        lines = List.copyOf(lines);
    }
}
