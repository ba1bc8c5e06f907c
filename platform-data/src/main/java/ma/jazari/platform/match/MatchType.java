package ma.jazari.platform.match;

/** What in the text led to the record. */
public enum MatchType {
    /** A name that it shows, or an id or domain of it. */
    EXACT,
    /** Another name of it, as it stands in the record. */
    ALIAS,
    /** A short form of its name. */
    ACRONYM,
    /** A name that resembles. */
    FUZZY
}
