package ma.jazari.partnerships.agreement;

/** What a convention is about. */
public enum ConventionDomain {
    RESEARCH,
    TRAINING,
    INNOVATION,
    TECHNOLOGY_DEPLOYMENT
}
