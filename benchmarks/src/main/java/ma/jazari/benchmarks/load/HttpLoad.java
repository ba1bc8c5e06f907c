package ma.jazari.benchmarks.load;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.PoolOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import ma.jazari.benchmarks.BenchmarkException;

/** Sends HTTP requests over kept-alive connections, all from one thread so that it takes little from what it measures. */
public final class HttpLoad implements AutoCloseable {

    private static final int KEEP_ALIVE_SECONDS = 600;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int connections;
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Context thread = vertx.getOrCreateContext();
    private final HttpClient client;

    /** @param connections to each server */
    public HttpLoad(int connections) {
        this.connections = connections;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAliveTimeout(KEEP_ALIVE_SECONDS).setTcpNoDelay(true),
                new PoolOptions().setHttp1MaxSize(connections));
    }

    public int connections() {
        return connections;
    }

    /** Runs on the thread on which answers come. */
    void onThread(Runnable work) {
        thread.runOnContext(now -> work.run());
    }

    /** Sends it once, from whatever thread; fails when the answer is not the expected one. */
    public Future<Buffer> send(Call call) {
        var answer = Promise.<Buffer>promise();
        onThread(() -> sendHere(call).onComplete(answer));
        return answer.future();
    }

    /** Sends it once, from whatever thread; takes any answer. */
    public Future<Answer> ask(Call call) {
        var answer = Promise.<Answer>promise();
        onThread(() -> askHere(call).onComplete(answer));
        return answer.future();
    }

    /** Sends each once, as many at a time as there are connections, and waits until all are answered; in their order. */
    public List<Buffer> sendAll(List<Call> calls) throws InterruptedException {
        return await(Future.all(calls.stream().map(this::send).toList()), PATIENCE)
                .list();
    }

    /** Sends it once, from the thread on which answers come. */
    Future<Buffer> sendHere(Call call) {
        return askHere(call).map(answer -> answer.expectedOf(call));
    }

    /** Sends it once, from the thread on which answers come; takes any answer. */
    Future<Answer> askHere(Call call) {
        var uri = call.uri();
        return client.request(call.method(), uri.getPort(), uri.getHost(), target(uri))
                .compose(request -> answered(request, call));
    }

    /** Runs on the thread on which answers come, after a pause. */
    void later(Duration pause, Runnable work) {
        vertx.setTimer(Math.max(1, pause.toMillis()), now -> onThread(work));
    }

    /** Path and query, as they are encoded. */
    static String target(URI uri) {
        var query = uri.getRawQuery();
        return query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query;
    }

    private static Future<Answer> answered(HttpClientRequest request, Call call) {
        call.headers().forEach(request::putHeader);
        var body = call.body();
        var sent = body == null ? request.send() : request.send(body.get());
        return sent.compose(response ->
                response.body().map(received -> new Answer(response.statusCode(), response.headers(), received)));
    }

    /** Waits for what should be there within {@code limit} and some patience. */
    public static <T> T await(Future<T> future, Duration limit) throws InterruptedException {
        try {
            var patience = limit.plus(PATIENCE).toMillis();
            return future.toCompletionStage().toCompletableFuture().get(patience, TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            var cause = failure.getCause();
            throw cause instanceof BenchmarkException expected
                    ? expected
                    : new BenchmarkException("A request failed: " + cause, cause);
        } catch (TimeoutException late) {
            throw new BenchmarkException("No answer came within " + PATIENCE.toSeconds() + " s.", late);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
