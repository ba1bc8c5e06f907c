package ma.jazari.partnerships.webhookdelivery;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import ma.jazari.partnerships.webhooksigning.SignedMessage;
import ma.jazari.partnerships.webhooktarget.RefusedTarget;
import ma.jazari.partnerships.webhooktarget.Targets;
import ma.jazari.platform.retry.Failures;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes one attempt. It connects to the address that was found good, whatever the name says a moment later, and follows
 * no redirect. The calling thread waits, so it should be a virtual one.
 */
@Singleton
class Sender {

    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    private static final int CONNECT_SECONDS = 5;

    private final HttpClient http;
    private final Targets targets;
    private final DeliveryConfig config;
    private final Clock clock;
    private final String agent;

    Sender(
            Vertx vertx,
            Targets targets,
            DeliveryConfig config,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "0") String version) {
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) Duration.ofSeconds(CONNECT_SECONDS).toMillis())
                // As many as there can be: webhooks that lead to one host must not wait for each other.
                .setMaxPoolSize(config.atOnceInAll())
                .setIdleTimeout((int) config.timeout().toMillis() * 2)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setKeepAliveTimeout((int) config.timeout().toSeconds())
                // Traces are the registry's own affair.
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setForceSni(true));
        this.targets = targets;
        this.config = config;
        this.clock = clock;
        this.agent = "Jazari-Webhooks/" + version;
    }

    Answer send(Parcel parcel) throws InterruptedException {
        var at = clock.instant();
        long start = System.nanoTime();
        var exchange = new Exchange();
        try {
            var uri = URI.create(parcel.url());
            var address = targets.resolve(uri.getHost());
            var message = SignedMessage.of(parcel.messageId(), at, parcel.body(), parcel.keys());
            var response = exchange.begin(options(uri, address), message)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(left(start), TimeUnit.NANOSECONDS);
            var took = since(start);
            exchange.discard(left(start));
            return Answer.of(response.statusCode(), response.getHeader("Retry-After"), at, took);
        } catch (RefusedTarget e) {
            return Answer.none("The URL " + e.getMessage() + ".", at, since(start));
        } catch (TimeoutException e) {
            exchange.abandon();
            return Answer.none(
                    "The receiver did not answer within " + config.timeout().toSeconds() + " s.", at, since(start));
        } catch (ExecutionException | IllegalArgumentException e) {
            return Answer.none("The request failed: " + Failures.rootMessage(e), at, since(start));
        }
    }

    private RequestOptions options(URI uri, InetAddress address) {
        boolean isTls = uri.getScheme().equalsIgnoreCase("https");
        int usual = isTls ? HTTPS_PORT : HTTP_PORT;
        int port = uri.getPort() < 0 ? usual : uri.getPort();
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(uri.getHost())
                .setPort(port)
                .setSsl(isTls)
                .setFollowRedirects(false)
                .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    }

    private long left(long start) {
        return Math.max(0, config.timeout().toNanos() - (System.nanoTime() - start));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** A request that may have to be ended before it has begun. */
    private final class Exchange {

        private final AtomicReference<HttpClientRequest> request = new AtomicReference<>();
        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private volatile boolean abandoned;

        Future<HttpClientResponse> begin(RequestOptions options, SignedMessage message) {
            return http.request(options).compose(begun -> {
                request.set(begun);
                if (abandoned) {
                    begun.reset();
                    return Future.failedFuture("abandoned");
                }
                begun.putHeader("Content-Type", "application/json")
                        .putHeader("User-Agent", agent)
                        .putHeader("webhook-id", message.id())
                        .putHeader("webhook-timestamp", String.valueOf(message.timestamp()))
                        .putHeader("webhook-signature", message.signature());
                return begun.send(Buffer.buffer(message.body())).map(response -> {
                    limit(response);
                    return response;
                });
            });
        }

        /** Reads on to the end, so that the connection can be used again, but no more than is allowed. */
        private void limit(HttpClientResponse response) {
            var read = new int[1];
            response.handler(part -> {
                read[0] += part.length();
                if (read[0] > config.longestAnswer()) {
                    response.request().reset();
                }
            });
            response.end().onSuccess(end::complete).onFailure(end::completeExceptionally);
        }

        /** Waits until the rest of the answer was read: the status has said what there is to say, whatever comes of it. */
        void discard(long nanos) throws InterruptedException {
            try {
                end.get(nanos, TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                abandon();
            } catch (ExecutionException e) {
                // The connection is gone, and with it what was not read.
            }
        }

        void abandon() {
            abandoned = true;
            var begun = request.get();
            if (begun != null) {
                begun.reset();
            }
        }
    }
}
