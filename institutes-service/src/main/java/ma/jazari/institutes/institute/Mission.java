package ma.jazari.institutes.institute;

/** What an institute is for. */
public enum Mission {
    RESEARCH,
    TRAINING,
    INNOVATION
}
