package ma.jazari.partnerships.convention;

/** What has become of a text. */
public enum RevisionState {
    PROPOSED,
    /** Another proposal took its place. */
    SUPERSEDED,
    REJECTED,
    WITHDRAWN,
    /** All have approved it; it is not in force yet. */
    AGREED,
    IN_FORCE,
    /** An amendment took its place. */
    REPLACED,
    /** It was in force when the convention ended. */
    ENDED;

    /** Whether it is or was in force, and therefore public. */
    boolean isPublic() {
        return this == IN_FORCE || this == REPLACED || this == ENDED;
    }
}
