package ma.jazari.platform.record;

/** What a name is: the one shown, the one of the statutes, another one in use, a short form, or one of the past. */
public enum NameType {
    DISPLAY,
    OFFICIAL,
    ALIAS,
    ACRONYM,
    FORMER
}
