package ma.jazari.institutes.merge;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A relationship as one of its two institutes has it.
 *
 * @param otherHasEnded whether the other is closed, merged or rejected
 * @param inverseId the same relationship as the other has it
 */
record Relationship(
        UUID id,
        String instituteId,
        String type,
        String otherId,
        boolean otherHasEnded,
        @Nullable LocalDate validFrom,
        UUID inverseId) {

    static final String SUCCESSOR = "SUCCESSOR";

    /** Whether it stays with an institute that has ended: nothing active is linked to that one but as to its predecessor. */
    boolean isHistory() {
        return otherHasEnded || type.equals(SUCCESSOR);
    }

    /** Whether both say the same, each of its own institute. */
    boolean isSameAs(Relationship other) {
        return type.equals(other.type) && otherId.equals(other.otherId) && Objects.equals(validFrom, other.validFrom);
    }
}
