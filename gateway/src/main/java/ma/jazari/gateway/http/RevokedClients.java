package ma.jazari.gateway.http;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.jazari.gateway.route.GatewayConfig;
import ma.jazari.gateway.route.Upstream;
import ma.jazari.gateway.upstream.Call;
import ma.jazari.gateway.upstream.UpstreamClient;
import ma.jazari.gateway.upstream.UpstreamClients;
import org.jboss.logging.Logger;

/**
 * The clients whose tokens are refused although they have not expired, as the partnerships service names them. While it
 * cannot be asked, those count that it named last.
 */
@Singleton
public class RevokedClients {

    private static final Logger LOG = Logger.getLogger(RevokedClients.class);
    private static final String PATH = "/internal/clients/revoked";
    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final int OK = 200;
    private static final int TOO_OFTEN = 3;

    private final Vertx vertx;
    private final UpstreamClient partnerships;
    private final Duration every;
    private final Duration timeout;
    private final Event<ClientsRevoked> news;
    private volatile Set<String> ids = Set.of();
    private int failures;

    RevokedClients(Vertx vertx, UpstreamClients upstreams, GatewayConfig config, Event<ClientsRevoked> news) {
        this.vertx = vertx;
        this.partnerships = upstreams.of(Upstream.PARTNERSHIPS);
        this.every = config.revokedClientsEvery();
        this.timeout = config.feed().timeout();
        this.news = news;
    }

    void start(@Observes StartupEvent started) {
        ask();
    }

    /** Whether tokens that were issued to this client are refused. */
    public boolean contains(String client) {
        return ids.contains(client);
    }

    private void ask() {
        partnerships
                .call()
                .map(this::ask)
                .orElseGet(() -> Future.failedFuture("it has failed and is not asked for a moment"))
                .onSuccess(this::heard)
                .onFailure(this::failed)
                .onComplete(done -> vertx.setTimer(every.toMillis(), timer -> ask()));
    }

    private Future<Set<String>> ask(Call call) {
        return call.open(HttpMethod.GET, PATH, HttpHeaders.headers(), timeout)
                .compose(request -> request.send()
                        .compose(response -> response.statusCode() == OK
                                ? response.body()
                                : Future.failedFuture("status " + response.statusCode()))
                        .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                        .onFailure(failure -> request.reset()))
                .onSuccess(body -> call.answered())
                .onFailure(failure -> call.failed())
                .onComplete(done -> call.over())
                .map(body -> parse(body.toString()));
    }

    private static Set<String> parse(String text) {
        var lines = text.lines().collect(Collectors.toSet());
        if (!lines.stream().allMatch(line -> CLIENT_ID.matcher(line).matches())) {
            throw new IllegalArgumentException("the answer is no list of client ids");
        }
        return Set.copyOf(lines);
    }

    private synchronized void heard(Set<String> named) {
        failures = 0;
        if (!named.equals(ids)) {
            ids = named;
            news.fire(new ClientsRevoked(named));
        }
    }

    private synchronized void failed(Throwable failure) {
        failures++;
        if (failures == TOO_OFTEN) {
            LOG.warnf("clients revoked from now on keep their access until their tokens expire: %s", failure);
        }
    }
}
