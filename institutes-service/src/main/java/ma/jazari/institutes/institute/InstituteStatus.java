package ma.jazari.institutes.institute;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Where an institute stands in its lifecycle, and where it can go from there. */
public enum InstituteStatus {
    DRAFT("institute.drafted"),
    PENDING("institute.submitted"),
    ACTIVE("institute.activated"),
    REJECTED("institute.rejected"),
    SUSPENDED("institute.suspended"),
    CLOSED("institute.closed"),
    MERGED("institute.merged");

    private final String arrival;

    InstituteStatus(String arrival) {
        this.arrival = arrival;
    }

    /** The states that can be reached in one move. */
    public Set<InstituteStatus> next() {
        return switch (this) {
            case DRAFT -> Set.of(PENDING);
            case PENDING -> Set.of(ACTIVE, REJECTED);
            case ACTIVE -> Set.of(SUSPENDED, CLOSED, MERGED);
            case SUSPENDED -> Set.of(ACTIVE, CLOSED, MERGED);
            case REJECTED, CLOSED, MERGED -> Set.of();
        };
    }

    /** Whether the record is, or was, part of the network, and therefore public. */
    public boolean isPublished() {
        return switch (this) {
            case ACTIVE, SUSPENDED, CLOSED, MERGED -> true;
            case DRAFT, PENDING, REJECTED -> false;
        };
    }

    /** Whether an active record may not hang on one in this state. */
    public boolean isEnded() {
        return switch (this) {
            case REJECTED, CLOSED, MERGED -> true;
            case DRAFT, PENDING, ACTIVE, SUSPENDED -> false;
        };
    }

    /** Whether it stands for no institute any more: its domains and ids are free, and it is nobody's duplicate. */
    public boolean isVoid() {
        return this == REJECTED || this == MERGED;
    }

    /** Whether a move into this state must say why. */
    public boolean needsReason() {
        return switch (this) {
            case REJECTED, SUSPENDED, CLOSED, MERGED -> true;
            case DRAFT, PENDING, ACTIVE -> false;
        };
    }

    /** The type of the change that a move into this state is. */
    String changeType(InstituteStatus from) {
        return from == SUSPENDED && this == ACTIVE ? "institute.reinstated" : arrival;
    }

    static List<InstituteStatus> published() {
        return Arrays.stream(values()).filter(InstituteStatus::isPublished).toList();
    }
}
