package ma.jazari.events.programevent;

/** What an answer to a question of a registration form is. */
public enum QuestionType {
    TEXT,
    NUMBER,
    BOOLEAN,
    DATE,
    /** One of the options. */
    CHOICE,
    /** Some of the options. */
    CHOICES
}
