package ma.jazari.events.progress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.jazari.events.figure.Aggregation;
import ma.jazari.events.figure.FigureSource;
import ma.jazari.events.figure.Indicator;
import ma.jazari.events.programme.ProgrammeState;
import ma.jazari.events.tally.FigureReader.Measured;
import org.jspecify.annotations.Nullable;

/** Whose figures an indicator takes in: those of its programme, and of the parts that have one that means the same. */
final class Inclusion {

    private final Map<String, ProgrammeState> tree;
    private final Indicator indicator;

    /** @param tree the programme and its parts */
    Inclusion(List<ProgrammeState> tree, Indicator indicator) {
        this.tree = tree.stream()
                .collect(Collectors.toMap(
                        ProgrammeState::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        this.indicator = indicator;
    }

    /** The programmes whose records count; none where those of the whole network do. */
    List<String> programmeIds() {
        var derivation = indicator.derivation();
        if (derivation == null) {
            return tree.values().stream()
                    .filter(this::isMeasured)
                    .map(ProgrammeState::id)
                    .toList();
        }
        return derivation.isOfProgrammes() ? List.copyOf(tree.keySet()) : List.of();
    }

    /** What institutes report; empty where nobody does. */
    Stream<Measured> measured() {
        if (indicator.source() == FigureSource.REGISTRY) {
            return Stream.empty();
        }
        if (indicator.aggregation() != Aggregation.LATEST) {
            return programmeIds().stream().map(id -> measured(id, 0));
        }
        var lines = lines();
        return IntStream.range(0, lines.size()).boxed().flatMap(line -> lines.get(line).stream()
                .map(id -> measured(id, line)));
    }

    private Measured measured(String programme, int line) {
        return new Measured(programme, indicator.key(), indicator.aggregation(), line);
    }

    private boolean isMeasured(ProgrammeState programme) {
        return programme
                .indicator(indicator.key())
                .filter(other -> other.meansTheSameAs(indicator))
                .isPresent();
    }

    /** From each of the programmes that none is below, the way up: itself and those above it. */
    private List<List<String>> lines() {
        var ways = programmeIds().stream().map(this::wayUp).toList();
        var above = ways.stream().flatMap(way -> way.stream().skip(1)).collect(Collectors.toSet());
        return ways.stream().filter(way -> !above.contains(way.getFirst())).toList();
    }

    private List<String> wayUp(String id) {
        var way = new ArrayList<String>();
        for (var each = tree.get(id); each != null; each = parent(each)) {
            if (isMeasured(each)) {
                way.add(each.id());
            }
        }
        return way;
    }

    private @Nullable ProgrammeState parent(ProgrammeState programme) {
        var parent = programme.parentId();
        return parent == null ? null : tree.get(parent);
    }
}
