package ma.jazari.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import ma.jazari.benchmarks.BenchmarkException;

/**
 * The results for programs.
 *
 * @param at when the run began
 * @param serviceJavaOptions of the JVMs that were measured
 * @param sections that are of no size of the registry, or of that of the samples
 * @param growth the results at each size that the registry was grown to; empty where it was not
 */
public record JsonReport(
        Instant at, String machine, List<String> serviceJavaOptions, List<Section> sections, List<AtSize> growth) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public JsonReport {
        sections = List.copyOf(sections);
        growth = List.copyOf(growth);
    }

    public void write(Path file) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, tree().toPrettyString() + "\n");
        } catch (IOException failure) {
            throw new BenchmarkException("Cannot write " + file + ": " + failure.getMessage(), failure);
        }
    }

    ObjectNode tree() {
        var root = JSON.createObjectNode().put("at", at.toString()).put("machine", machine);
        var options = root.putArray("serviceJavaOptions");
        serviceJavaOptions.forEach(options::add);
        add(root, sections);
        if (!growth.isEmpty()) {
            var sizes = root.putArray("growth");
            growth.forEach(size -> add(sizes.addObject().put("records", size.records()), size.sections()));
        }
        return root;
    }

    private static void add(ObjectNode node, List<Section> sections) {
        var array = node.putArray("sections");
        sections.forEach(section -> add(array, section));
    }

    private static void add(ArrayNode array, Section section) {
        var node = array.addObject().put("title", section.title()).put("floor", section.floor());
        var lines = node.putArray("lines");
        section.lines().forEach(line -> add(lines, line));
    }

    private static void add(ArrayNode array, Line line) {
        var node = array.addObject()
                .put("measure", line.measure())
                .put("metric", line.metric())
                .put("unit", line.unit())
                .put("figure", line.figure())
                .put("floor", line.floor())
                .put("ratio", line.ratio())
                .put("difference", line.difference());
        var spread = line.spread();
        if (spread != null) {
            node.put("lowestRound", spread.lowest()).put("highestRound", spread.highest());
        }
    }
}
