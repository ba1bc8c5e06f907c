package ma.jazari.benchmarks.load;

import java.util.Iterator;
import java.util.List;
import ma.jazari.benchmarks.BenchmarkException;
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

    /** Each of them once, in their order; who asks for more is told by a BenchmarkException. */
    static Calls once(List<Call> calls) {
        var rest = calls.iterator();
        return () -> {
            if (!rest.hasNext()) {
                throw new BenchmarkException(
                        "All " + calls.size() + " prepared requests were sent, and more could be.");
            }
            return new Next(rest.next(), null);
        };
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
