package ma.jazari.events.call;

/** What a call seeks. */
public enum CallSubject {
    PROJECTS,
    PARTNERS,
    /** Persons: for a training, a grant, a post. */
    CANDIDATES,
    /** AI solutions that exist, to be deployed. */
    SOLUTIONS,
    /** Contributions to a conference or a publication. */
    PAPERS
}
