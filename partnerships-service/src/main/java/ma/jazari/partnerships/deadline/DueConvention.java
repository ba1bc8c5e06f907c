package ma.jazari.partnerships.deadline;

/** Carries out what days have brought to a convention. */
public interface DueConvention {

    /** In a transaction of its own; nothing where it is up to date. */
    void keepUp(String conventionId);
}
