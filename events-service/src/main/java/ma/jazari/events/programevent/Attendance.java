package ma.jazari.events.programevent;

/** How one takes part: at the venue, by the online address, or either way. */
public enum Attendance {
    ON_SITE,
    ONLINE,
    MIXED
}
