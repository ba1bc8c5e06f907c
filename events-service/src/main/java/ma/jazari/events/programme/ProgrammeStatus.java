package ma.jazari.events.programme;

import java.util.Set;

/** Where a programme stands, and where it can go from there. */
public enum ProgrammeStatus {
    /** Being prepared: the public does not know of it. */
    PLANNED,
    /** Public; figures are reported. */
    ACTIVE,
    /** Public; its figures are final. */
    CLOSED;

    /** The states that can be reached in one move. */
    public Set<ProgrammeStatus> next() {
        return switch (this) {
            case PLANNED -> Set.of(ACTIVE);
            case ACTIVE -> Set.of(CLOSED);
            case CLOSED -> Set.of(ACTIVE);
        };
    }

    /** Whether the public knows of it; it never goes back to being unknown. */
    public boolean isPublic() {
        return this != PLANNED;
    }

    /** Whether a move from here must say why. */
    public boolean needsReason() {
        return this != PLANNED;
    }

    /** The type of the change that a move into the state is, from this one. */
    String changeTo(ProgrammeStatus to) {
        return switch (to) {
            case PLANNED -> "programme.planned";
            case ACTIVE -> this == CLOSED ? "programme.reopened" : "programme.activated";
            case CLOSED -> "programme.closed";
        };
    }
}
