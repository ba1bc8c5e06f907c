package ma.jazari.events.programevent;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Where a program event stands, and where it can go from there. */
public enum ProgramEventStatus {
    DRAFT("program-event.drafted"),
    PUBLISHED("program-event.published"),
    POSTPONED("program-event.postponed"),
    CANCELLED("program-event.cancelled"),
    COMPLETED("program-event.completed");

    private final String arrival;

    ProgramEventStatus(String arrival) {
        this.arrival = arrival;
    }

    /** The states that can be reached in one move. */
    public Set<ProgramEventStatus> next() {
        return switch (this) {
            case DRAFT -> Set.of(PUBLISHED);
            case PUBLISHED -> Set.of(POSTPONED, CANCELLED, COMPLETED);
            case POSTPONED -> Set.of(PUBLISHED, CANCELLED);
            case CANCELLED, COMPLETED -> Set.of();
        };
    }

    /** Whether the public knows of it, and calendars hold it; it never goes back to being unknown. */
    public boolean isPublished() {
        return this != DRAFT;
    }

    /** Whether a move into this state must say why. */
    public boolean needsReason() {
        return this == POSTPONED || this == CANCELLED;
    }

    /** The type of the change that a move into this state is. */
    String changeType() {
        return arrival;
    }

    static List<ProgramEventStatus> published() {
        return Arrays.stream(values()).filter(ProgramEventStatus::isPublished).toList();
    }
}
