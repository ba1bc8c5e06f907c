package ma.jazari.partnerships.lifecycle;

/** What a day brings to a convention, or to a party. Of several on one day, the earlier here comes first. */
public enum DeadlineKind {
    /** It enters into force. */
    EFFECTIVE,
    /** What a party owes is due; what is not done by then lapses. */
    OBLIGATION,
    /** An obligation's day is near. */
    OBLIGATION_REMINDER,
    /** The last day to give notice if the convention is not to go on by itself. */
    NOTICE,
    /** Its end is near. */
    EXPIRY_REMINDER,
    /** The last day of its term, after which it goes on by itself. */
    RENEWAL,
    /** The last day of its term, after which it is over. */
    EXPIRY,
    /** The day on which it is terminated, after notice. */
    TERMINATION;

    /** Whether it is for the eyes of the scheduler alone. */
    public boolean isInternal() {
        return this == OBLIGATION_REMINDER || this == EXPIRY_REMINDER;
    }
}
