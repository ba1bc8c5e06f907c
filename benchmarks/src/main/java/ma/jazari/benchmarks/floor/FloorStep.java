package ma.jazari.benchmarks.floor;

import java.util.List;

/**
 * What a step writes of a record, in one transaction.
 *
 * @param before the rows that a copy must have for the step to be possible; none for a new record
 */
public record FloorStep(Model model, List<RowTemplate> before, List<RowTemplate> writes) {

    public FloorStep {
        before = List.copyOf(before);
        writes = List.copyOf(writes);
    }
}
