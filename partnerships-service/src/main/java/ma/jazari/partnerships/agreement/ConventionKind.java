package ma.jazari.partnerships.agreement;

/** What a convention is: a frame for others, one for a purpose, or a statement of intent. */
public enum ConventionKind {
    FRAMEWORK,
    SPECIFIC,
    MEMORANDUM
}
