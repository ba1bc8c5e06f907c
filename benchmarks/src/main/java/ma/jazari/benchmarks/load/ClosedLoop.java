package ma.jazari.benchmarks.load;

import io.vertx.core.Promise;
import java.time.Duration;
import java.util.function.Supplier;
import ma.jazari.benchmarks.BenchmarkException;

/**
 * As many users as there are connections, each of whom sends the next request when the last is answered. It finds the
 * throughput; its latencies are those at that throughput.
 */
public final class ClosedLoop implements Workload {

    private final String name;
    private final HttpLoad http;
    private final Supplier<Calls> calls;

    /** @param calls asked at the start of each run, so that a token is fresh */
    public ClosedLoop(String name, HttpLoad http, Supplier<Calls> calls) {
        this.name = name;
        this.http = http;
        this.calls = calls;
    }

    /** A loop of one call. */
    public static ClosedLoop repeating(String name, HttpLoad http, Supplier<Call> call) {
        return new ClosedLoop(name, http, () -> Calls.repeating(call.get()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Round run(Duration settle, Duration measured) throws InterruptedException {
        var latencies = new Latencies(System.nanoTime(), settle, measured);
        var users = new Users(calls.get(), latencies);
        http.onThread(users::begin);
        HttpLoad.await(users.gone.future(), settle.plus(measured));
        return latencies.round(measured);
    }

    /** The users of one run; everything happens on the one thread of the load. */
    private final class Users {

        private final Calls calls;
        private final Latencies latencies;
        private final Promise<Void> gone = Promise.promise();
        private int present;

        Users(Calls calls, Latencies latencies) {
            this.calls = calls;
            this.latencies = latencies;
        }

        void begin() {
            present = http.connections();
            for (int i = 0; i < http.connections(); i++) {
                next();
            }
        }

        private void next() {
            long begun = System.nanoTime();
            if (latencies.isOver(begun)) {
                leave();
                return;
            }
            try {
                send(calls.next(), begun);
            } catch (BenchmarkException failure) {
                gone.tryFail(failure);
            }
        }

        private void send(Calls.Next next, long begun) {
            http.sendHere(next.call())
                    .onSuccess(answer -> {
                        latencies.record(begun, System.nanoTime(), next.kind());
                        next();
                    })
                    .onFailure(gone::tryFail);
        }

        private void leave() {
            present--;
            if (present == 0) {
                gone.tryComplete();
            }
        }
    }
}
