package ma.jazari.gateway.upstream;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;

/** One request to one instance. Its sender says how it went, and in any case that it is over. */
public final class Call {

    private final HttpClient client;
    private final Instance instance;
    private boolean told;
    private boolean over;

    Call(HttpClient client, Instance instance) {
        this.client = client;
        this.instance = instance;
        instance.began();
    }

    /**
     * A request that has a connection; fails where there is none to be had.
     *
     * @param patience how long it may wait for one
     */
    public Future<HttpClientRequest> open(HttpMethod method, String uri, MultiMap headers, Duration patience) {
        var request = new RequestOptions()
                .setMethod(method)
                .setSsl(instance.isSecure())
                .setHost(instance.host())
                .setPort(instance.port())
                .setURI(uri)
                // Vert.x has one name for two things: that of its options bounds a TCP connect, this one the wait.
                .setConnectTimeout(patience.toMillis())
                .setHeaders(headers);
        // The instance may leave a kept connection just as it is taken: nothing was sent, so another one will do.
        return client.request(request)
                .recover(failure -> failure instanceof HttpClosedException
                        ? client.request(request)
                        : Future.failedFuture(failure));
    }

    /** The instance answers, whatever it says. */
    public void answered() {
        told = true;
        instance.breaker().succeeded();
    }

    /** The instance could not be reached, broke off or was silent. */
    public void failed() {
        told = true;
        instance.breaker().failed();
    }

    public void over() {
        if (!over) {
            over = true;
            instance.ended();
            if (!told) {
                instance.breaker().abandoned();
            }
        }
    }

    Instance instance() {
        return instance;
    }

    @Override
    public String toString() {
        return instance.toString();
    }
}
