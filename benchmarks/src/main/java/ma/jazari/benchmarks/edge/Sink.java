package ma.jazari.benchmarks.edge;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import ma.jazari.benchmarks.load.HttpLoad;

/** A server that reads bodies and answers how many bytes they had, on one thread of this process. */
final class Sink implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpServer server;

    Sink() throws InterruptedException {
        server = HttpLoad.await(
                vertx.createHttpServer().requestHandler(Sink::count).listen(0, "127.0.0.1"), Duration.ZERO);
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.actualPort() + path);
    }

    private static void count(HttpServerRequest request) {
        var bytes = new AtomicLong();
        request.handler(part -> bytes.addAndGet(part.length()));
        request.endHandler(end -> request.response().end(bytes.toString()));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
