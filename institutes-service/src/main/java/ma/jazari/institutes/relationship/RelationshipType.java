package ma.jazari.institutes.relationship;

/** What another institute is to the one that has the relationship. Parent and child are told by parentId. */
public enum RelationshipType {
    FEDERATED_WITH,
    HOSTED_BY,
    HOSTS,
    PREDECESSOR,
    SUCCESSOR;

    /** What the one that has it is to the other. */
    public RelationshipType inverse() {
        return switch (this) {
            case FEDERATED_WITH -> FEDERATED_WITH;
            case HOSTED_BY -> HOSTS;
            case HOSTS -> HOSTED_BY;
            case PREDECESSOR -> SUCCESSOR;
            case SUCCESSOR -> PREDECESSOR;
        };
    }
}
