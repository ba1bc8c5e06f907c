package ma.jazari.benchmarks.conventions;

import java.util.Optional;

/** A step of a convention from nothing to what all have approved, in their order. */
enum Step {
    CREATE("created", "", 0),
    PROPOSE("proposed", "DRAFT", 0),
    APPROVE("approved by the first party", "PROPOSED", 0),
    APPROVE_LAST("approved by the second and last party", "PROPOSED", 1);

    private final String title;
    private final String status;
    private final int approvals;

    Step(String title, String status, int approvals) {
        this.title = title;
        this.status = status;
        this.approvals = approvals;
    }

    /** What happens to conventions. */
    String title() {
        return title;
    }

    /** The status of the conventions that it can be taken with. */
    String status() {
        return status;
    }

    /** How many approvals they have. */
    int approvals() {
        return approvals;
    }

    /** The step that makes what this one can be taken with; empty for the first. */
    Optional<Step> before() {
        return switch (this) {
            case CREATE -> Optional.empty();
            case PROPOSE -> Optional.of(CREATE);
            case APPROVE -> Optional.of(PROPOSE);
            case APPROVE_LAST -> Optional.of(APPROVE);
        };
    }
}
