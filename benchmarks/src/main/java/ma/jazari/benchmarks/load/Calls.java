package ma.jazari.benchmarks.load;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the users of a closed loop send, one after the other; asked on one thread. */
@FunctionalInterface
public interface Calls {

    /**
     * One call of many.
     *
     * @param kind what it is an example of, to tell kinds apart in the results; null where all are alike
     */
    record Next(Call call, @Nullable String kind) {}

    Next next();

    /** The same call again and again. */
    static Calls repeating(Call call) {
        var same = new Next(call, null);
        return () -> same;
    }

    /** All of them in their order, and then again from the first. */
    static Calls cycling(List<Next> calls) {
        return new Calls() {
            private Iterator<Next> rest = calls.iterator();

            @Override
            public Next next() {
                if (!rest.hasNext()) {
                    rest = calls.iterator();
                }
                return rest.next();
            }
        };
    }
}
