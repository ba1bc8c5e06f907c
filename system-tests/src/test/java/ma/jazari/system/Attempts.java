package ma.jazari.system;

import java.util.function.Supplier;
import ma.jazari.system.harness.Answer;

/** How a client sends a request: once, or until it is answered. */
@FunctionalInterface
interface Attempts {

    Answer carryOut(Supplier<Answer> request);

    /** Whatever the answer is, it is the answer. */
    static Attempts once() {
        return Supplier::get;
    }
}
