package ma.jazari.events.programevent;

/** Who may register for a program event. */
public enum Admission {
    /** Everybody, without an account, too. */
    PUBLIC,
    /** Whoever has an account of the network. */
    MEMBERS,
    /** Nobody. */
    CLOSED
}
