package ma.jazari.partnerships.lifecycle;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a convention stands. Where it can go from there is the table of {@link ConventionMove}. */
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
        return ConventionMove.from(this).stream().map(ConventionMove::to).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the convention is or was in force, and therefore public. */
    public boolean isPublished() {
        return switch (this) {
            case IN_FORCE, SUSPENDED, TERMINATION_NOTICED, TERMINATED, EXPIRED -> true;
            case DRAFT, PROPOSED, APPROVED, SIGNED, REJECTED, WITHDRAWN -> false;
        };
    }

    /** Whether nothing can happen to the convention any more. */
    public boolean isEnded() {
        return next().isEmpty();
    }

    public static List<ConventionStatus> published() {
        return Arrays.stream(values()).filter(ConventionStatus::isPublished).toList();
    }
}
