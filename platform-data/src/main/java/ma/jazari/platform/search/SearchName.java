package ma.jazari.platform.search;

/**
 * A name by which a record is found.
 *
 * @param text as it is written
 */
public record SearchName(Kind kind, String text) {

    /** What kind of name: one that is shown, another one, a short form; a key that names in other languages share; an id. */
    public enum Kind {
        SHOWN,
        OTHER,
        SHORT,
        KEY,
        ID;

        /** Whether people call the record by it. */
        public boolean isName() {
            return this != KEY && this != ID;
        }
    }
}
