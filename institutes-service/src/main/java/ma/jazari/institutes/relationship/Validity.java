package ma.jazari.institutes.relationship;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days from the first to the last, both included.
 *
 * @param from null for since always
 * @param to null for no end
 */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate to) {

    boolean isInOrder() {
        return from == null || to == null || !to.isBefore(from);
    }

    public boolean overlaps(Validity other) {
        return !endsBefore(other.from) && !other.endsBefore(from);
    }

    public boolean isPast(LocalDate today) {
        return endsBefore(today);
    }

    private boolean endsBefore(@Nullable LocalDate day) {
        return to != null && day != null && to.isBefore(day);
    }
}
