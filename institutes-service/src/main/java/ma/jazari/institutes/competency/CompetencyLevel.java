package ma.jazari.institutes.competency;

/** What an institute does with a skill: advances it, teaches it, or puts it to use. */
public enum CompetencyLevel {
    RESEARCH,
    TEACHING,
    APPLIED
}
