package ma.jazari.gateway.forward;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import ma.jazari.gateway.upstream.Call;
import org.jspecify.annotations.Nullable;

/** One try to get an answer from one instance of a service. Tells its exchange one outcome, and nothing once it is over. */
final class Attempt {

    /** What may become of it. The first three end it. */
    interface Outcome {

        void unreachable(Attempt attempt, Throwable failure);

        void broken(Attempt attempt, Throwable failure);

        void silent(Attempt attempt);

        void opened(Attempt attempt, HttpClientRequest to);

        void answered(Attempt attempt, HttpClientResponse from);
    }

    private final Vertx vertx;
    private final Call call;
    private final Duration limit;
    private final Outcome outcome;
    private @Nullable HttpClientRequest outgoing;
    private @Nullable Silence silence;
    private boolean begun;
    private boolean over;

    Attempt(Vertx vertx, Call call, Duration limit, Outcome outcome) {
        this.vertx = vertx;
        this.call = call;
        this.limit = limit;
        this.outcome = outcome;
    }

    void begin(HttpMethod method, String uri, MultiMap headers, Duration patience) {
        call.open(method, uri, headers, patience).onSuccess(this::opened).onFailure(this::unreachable);
    }

    Call call() {
        return call;
    }

    Duration limit() {
        return limit;
    }

    /** Whether something of the answer has come. */
    boolean hasBegun() {
        return begun;
    }

    /** Something moved, on one side or the other. */
    void moved() {
        if (silence != null) {
            silence.broken();
        }
    }

    /** The answer is complete. */
    void complete() {
        leave();
    }

    /** Gives it up, whatever state it is in. */
    void abandon() {
        if (!over) {
            leave();
            if (outgoing != null) {
                outgoing.reset();
            }
        }
    }

    private void opened(HttpClientRequest to) {
        if (over) {
            to.reset();
            return;
        }
        outgoing = to;
        silence = new Silence(vertx, limit, this::silent);
        to.exceptionHandler(this::broken);
        to.response().onSuccess(this::answered).onFailure(this::broken);
        outcome.opened(this, to);
    }

    private void answered(HttpClientResponse from) {
        if (!over) {
            begun = true;
            call.answered();
            from.exceptionHandler(this::broken);
            outcome.answered(this, from);
        }
    }

    private void unreachable(Throwable failure) {
        if (!over) {
            if (!NoConnection.isForWant(failure)) {
                call.failed();
            }
            leave();
            outcome.unreachable(this, failure);
        }
    }

    private void broken(Throwable failure) {
        if (!over) {
            blame();
            abandon();
            outcome.broken(this, failure);
        }
    }

    private void silent() {
        if (!over) {
            outcome.silent(this);
        }
    }

    /** The instance is at fault: it broke off or was silent before it answered. */
    void blame() {
        if (!begun) {
            call.failed();
        }
    }

    private void leave() {
        over = true;
        if (silence != null) {
            silence.stop();
        }
        call.over();
    }
}
