package ma.jazari.institutes.merge;

import java.time.LocalDate;
import java.util.UUID;
import ma.jazari.institutes.relationship.RelationshipType;
import ma.jazari.institutes.relationship.Validity;
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
        RelationshipType type,
        String otherId,
        boolean otherHasEnded,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        UUID inverseId) {

    /** Whether it stays with an institute that has ended: nothing active is linked to that one but as to its predecessor. */
    boolean isHistory() {
        return otherHasEnded || type == RelationshipType.SUCCESSOR;
    }

    /** Whether one institute cannot have both: they say the same, or the contrary, of one time. */
    boolean excludes(Relationship other) {
        return otherId.equals(other.otherId)
                && (type == other.type || type == other.type.inverse())
                && validity().overlaps(other.validity());
    }

    /** Whether one that works cannot have it: it leads to an ended one that is not its predecessor. */
    boolean mustEnd(LocalDate today) {
        return otherHasEnded
                && type != RelationshipType.PREDECESSOR
                && !validity().isPast(today);
    }

    private Validity validity() {
        return new Validity(validFrom, validTo);
    }
}
