package ma.jazari.partnerships.convention;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Where a convention stands, and where it can go from there. */
public enum ConventionStatus {
    DRAFT,
    PROPOSED,
    APPROVED,
    SIGNED,
    IN_FORCE,
    SUSPENDED,
    TERMINATION_NOTICED,
    TERMINATED,
    EXPIRED,
    REJECTED,
    WITHDRAWN;

    /** The states that can be reached in one move. PROPOSED to itself is a counter, IN_FORCE to itself an amendment. */
    public Set<ConventionStatus> next() {
        return switch (this) {
            case DRAFT -> Set.of(PROPOSED, WITHDRAWN);
            case PROPOSED -> Set.of(PROPOSED, APPROVED, REJECTED, WITHDRAWN);
            case APPROVED -> Set.of(SIGNED, WITHDRAWN);
            case SIGNED -> Set.of(IN_FORCE);
            case IN_FORCE -> Set.of(IN_FORCE, SUSPENDED, TERMINATION_NOTICED, TERMINATED, EXPIRED);
            case SUSPENDED -> Set.of(IN_FORCE, TERMINATED);
            case TERMINATION_NOTICED -> Set.of(TERMINATED, IN_FORCE);
            case TERMINATED, EXPIRED, REJECTED, WITHDRAWN -> Set.of();
        };
    }

    /** Whether the convention is or was in force, and therefore public. */
    public boolean isPublished() {
        return switch (this) {
            case IN_FORCE, SUSPENDED, TERMINATION_NOTICED, TERMINATED, EXPIRED -> true;
            case DRAFT, PROPOSED, APPROVED, SIGNED, REJECTED, WITHDRAWN -> false;
        };
    }

    static List<ConventionStatus> published() {
        return Arrays.stream(values()).filter(ConventionStatus::isPublished).toList();
    }
}
