package ma.jazari.localstack.stack;

import ma.jazari.localstack.run.Step;

/** Hears what a stack does, from several threads. */
@FunctionalInterface
public interface StackListener {

    void hear(Step step);

    default void begun(String subject, String text) {
        hear(Step.now(Step.Kind.BEGUN, subject, text));
    }

    default void done(String subject, String text) {
        hear(Step.now(Step.Kind.DONE, subject, text));
    }

    default void note(String subject, String text) {
        hear(Step.now(Step.Kind.NOTE, subject, text));
    }
}
