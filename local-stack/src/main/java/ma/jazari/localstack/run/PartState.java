package ma.jazari.localstack.run;

/** Where a part is in its life. */
public enum PartState {
    STARTING,
    READY,
    /** It ended by itself; it is started again after a pause. */
    WAITING,
    /** It was stopped, and stays so until it is started. */
    STOPPED
}
