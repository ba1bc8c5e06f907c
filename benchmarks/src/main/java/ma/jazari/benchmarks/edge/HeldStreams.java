package ma.jazari.benchmarks.edge;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.parsetools.RecordParser;
import java.net.URI;
import java.time.Duration;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.load.HttpLoad;
import org.HdrHistogram.Histogram;

/** Many streams of the change feed that are held open, all on one thread of this process, each over a connection of its own. */
final class HeldStreams implements AutoCloseable {

    private static final int AT_ONCE = 50;
    private static final int OK = 200;
    private static final int DIGITS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient client;
    private final URI feed;
    private final int count;
    private final Promise<Void> opened = Promise.promise();
    private final int[] heard;
    private int asked;
    private int open;
    private Change awaited = new Change(0, 0);

    /** One change on its way to all streams. */
    private final class Change {

        private final int number;
        private final long begun;
        private final Histogram arrivals = new Histogram(DIGITS);
        private final Promise<Histogram> everywhere = Promise.promise();

        Change(int number, long begun) {
            this.number = number;
            this.begun = begun;
        }

        void arrive(long now) {
            arrivals.recordValue(now - begun);
            if (arrivals.getTotalCount() == count) {
                everywhere.tryComplete(arrivals);
            }
        }
    }

    HeldStreams(URI feed, int count) {
        this.feed = feed;
        this.count = count;
        this.heard = new int[count];
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setTcpNoDelay(true), new PoolOptions().setHttp1MaxSize(count));
    }

    /** Returns when all are open and have begun. */
    void open() throws InterruptedException {
        vertx.runOnContext(here -> {
            for (int i = 0; i < Math.min(AT_ONCE, count); i++) {
                openNext();
            }
        });
        HttpLoad.await(opened.future(), PATIENCE);
    }

    private void openNext() {
        if (asked < count) {
            int stream = asked++;
            begin(stream).onFailure(this::fail);
        }
    }

    private Future<Void> begin(int stream) {
        var request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(feed.getHost())
                .setPort(feed.getPort())
                .setURI(feed.getPath() + "?after=now")
                .putHeader("Accept", "text/event-stream");
        return client.request(request).compose(begun -> begun.send()).map(answer -> {
            hold(stream, answer);
            return null;
        });
    }

    private void hold(int stream, HttpClientResponse answer) {
        if (answer.statusCode() != OK) {
            answer.body()
                    .onSuccess(body -> fail(new BenchmarkException(
                            "Stream " + stream + " was answered " + answer.statusCode() + ": " + body)));
            return;
        }
        answer.handler(RecordParser.newDelimited("\n\n", event -> {
            var text = event.toString();
            if (text.contains("event: ")) {
                take(stream);
            } else if (text.startsWith("retry: ")) {
                begun();
            }
        }));
        answer.exceptionHandler(this::fail);
        answer.endHandler(end -> fail(new BenchmarkException("Stream " + stream + " ended.")));
    }

    private void begun() {
        open++;
        if (open == count) {
            opened.tryComplete();
        }
        openNext();
    }

    private void take(int stream) {
        long now = System.nanoTime();
        heard[stream]++;
        if (heard[stream] == awaited.number) {
            awaited.arrive(now);
        } else {
            fail(new BenchmarkException(
                    "Stream " + stream + " has " + heard[stream] + " changes instead of " + awaited.number + "."));
        }
    }

    private void fail(Throwable failure) {
        opened.tryFail(failure);
        awaited.everywhere.tryFail(failure);
    }

    /** From now on each stream is to get one more change, and no other: completed with when they had it, in nanoseconds. */
    Future<Histogram> next() throws InterruptedException {
        var ready = Promise.<Future<Histogram>>promise();
        vertx.runOnContext(here -> {
            awaited = new Change(awaited.number + 1, System.nanoTime());
            ready.complete(awaited.everywhere.future());
        });
        return HttpLoad.await(ready.future(), Duration.ZERO);
    }

    static Histogram await(Future<Histogram> everywhere) throws InterruptedException {
        return HttpLoad.await(everywhere, PATIENCE);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
