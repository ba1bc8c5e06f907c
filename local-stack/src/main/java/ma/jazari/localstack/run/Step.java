package ma.jazari.localstack.run;

import org.jspecify.annotations.Nullable;

/**
 * Something that a stack tells while it works.
 *
 * @param at in milliseconds since 1970
 * @param subject the part or task, such as {@code kafka}; null for the stack as a whole
 * @param text what is going on, or what went wrong
 */
public record Step(long at, Kind kind, @Nullable String subject, String text) {

    /** What a step is. */
    public enum Kind {
        BEGUN,
        DONE,
        /** Worth a line of its own. */
        NOTE,
        /** The stack is up. */
        READY,
        /** The stack could not be started. */
        FAILED,
        /** The stack is down. */
        STOPPED
    }

    public static Step now(Kind kind, @Nullable String subject, String text) {
        return new Step(System.currentTimeMillis(), kind, subject, text);
    }
}
