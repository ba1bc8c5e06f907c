package ma.jazari.institutes.merge;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that an institute offers.
 *
 * @param field of a competency
 * @param level of a competency
 */
record Part(Kind kind, UUID id, @Nullable String field, @Nullable String level) {

    /** What it is, and the table that keeps it. */
    enum Kind {
        COMPETENCY("institute_competency"),
        SOLUTION("institute_solution"),
        INFRASTRUCTURE("institute_infrastructure");

        private final String table;

        Kind(String table) {
            this.table = table;
        }

        String table() {
            return table;
        }
    }

    /** Whether the two are one figure in the network's totals. */
    boolean isSameCompetency(Part other) {
        return kind == Kind.COMPETENCY
                && other.kind == Kind.COMPETENCY
                && String.valueOf(field).equals(other.field)
                && String.valueOf(level).equals(other.level);
    }
}
