package ma.jazari.benchmarks.edge;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.load.HttpLoad;

/** Takes what webhooks are sent, on one thread of this process, and answers 204 to all of it. */
final class Receiver implements AutoCloseable {

    private static final int NO_CONTENT = 204;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpServer server;
    private final List<String> bodies = new ArrayList<>();
    private Arrivals arrivals = new Arrivals(0);

    Receiver() throws InterruptedException {
        server = HttpLoad.await(
                vertx.createHttpServer().requestHandler(this::take).listen(0, "127.0.0.1"), Duration.ZERO);
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.actualPort() + path);
    }

    /** Begins to count anew. */
    synchronized Future<Double> expect(int messages) {
        arrivals = new Arrivals(messages);
        return arrivals.perSecond.future();
    }

    /** Waits until all have come; returns how many a second. */
    static double await(Future<Double> perSecond) throws InterruptedException {
        return HttpLoad.await(perSecond, PATIENCE);
    }

    /** What has come, as text, of some thousand messages at most. */
    synchronized List<String> bodies() {
        return List.copyOf(bodies);
    }

    private void take(HttpServerRequest request) {
        var message = request.getHeader("webhook-id");
        request.body().onSuccess(body -> {
            if (message != null) {
                arrive(request.path() + " " + message, body.toString());
            }
            request.response().setStatusCode(NO_CONTENT).end();
        });
    }

    private synchronized void arrive(String message, String body) {
        arrivals.take(message, System.nanoTime());
        if (bodies.size() < EdgeStock.COUNT) {
            bodies.add(body);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Messages that are waited for, each by its webhook and id. */
    static final class Arrivals {

        private final int expected;
        private final Set<String> seen = new HashSet<>();
        private final Promise<Double> perSecond = Promise.promise();
        private long first;

        Arrivals(int expected) {
            this.expected = expected;
        }

        Future<Double> perSecond() {
            return perSecond.future();
        }

        /** From the first to the last; one that comes again counts once. */
        void take(String message, long now) {
            if (!seen.add(message)) {
                return;
            }
            if (seen.size() == 1) {
                first = now;
            }
            if (seen.size() == expected) {
                perSecond.tryComplete((expected - 1) * (double) TimeUnit.SECONDS.toNanos(1) / (now - first));
            } else if (seen.size() > expected && expected > 0) {
                perSecond.tryFail(new BenchmarkException("More was delivered than " + expected + " messages."));
            }
        }
    }
}
