package ma.jazari.events.programevent;

/** What a program event is. */
public enum ProgramEventType {
    NATIONAL_DAY,
    SIGNATURE_CEREMONY,
    TRAINING,
    HACKATHON,
    CALL,
    CONFERENCE,
    SEMINAR
}
