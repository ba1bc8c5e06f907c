package ma.jazari.localstack.verify;

/** Hears what a check does and finds. */
public interface CheckListener {

    /**
     * How far it is.
     *
     * @param checked entries of the log
     * @param of as many as there are
     */
    void checked(long checked, long of);

    /** What is not as it was written. */
    void found(FindingLine finding);
}
