package ma.jazari.gateway.pulse;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import ma.jazari.gateway.route.GatewayConfig;
import ma.jazari.gateway.route.Upstream;
import ma.jazari.gateway.upstream.UpstreamClient;
import ma.jazari.gateway.upstream.UpstreamClients;

/**
 * How far the services' logs have come, asked once for all: while nothing happens, neither a stream nor an answer that is
 * kept costs a service anything else. While nobody cares, nothing is asked.
 */
@Singleton
public class Pulse {

    // Who has not cared for so long does not care any more.
    private static final Duration INTEREST = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final Duration beat;
    private final Map<Upstream, LogEnd> ends = new EnumMap<>(Upstream.class);
    private final AtomicLong interestEnds = new AtomicLong(System.nanoTime());

    Pulse(Vertx vertx, UpstreamClients upstreams, GatewayConfig config) {
        this.vertx = vertx;
        this.beat = config.stream().pulse();
        var timeout = config.feed().timeout();
        upstreams
                .all()
                .forEach(client -> ends.put(
                        client.upstream(),
                        new LogEnd(() -> client.get(UpstreamClient.LAST_CHANGE, timeout), System::nanoTime)));
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(beat.toMillis(), tick -> {
            if (isOfInterest()) {
                ends.values().forEach(this::refresh);
            }
        });
    }

    /** The place of the last change of all services, whoever may see it; fails while one of them does not answer. */
    public Future<Long> lastSeq() {
        return lastSeq(ends.values());
    }

    private static Future<Long> lastSeq(Collection<LogEnd> ends) {
        var answers = ends.stream().map(LogEnd::ask).toList();
        return Future.all(answers).map(all -> all.<Long>list().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0));
    }

    /**
     * The place of the last change of a service, if it is known as it was no longer ago than this. Whoever asks is taken to
     * want to know it for a while.
     */
    public OptionalLong known(Upstream upstream, Duration within) {
        boolean isNew = !isOfInterest();
        interestEnds.set(System.nanoTime() + INTEREST.toNanos());
        if (isNew) {
            ends.values().forEach(this::refresh);
        }
        var end = ends.get(upstream);
        return end == null ? OptionalLong.empty() : end.known(within);
    }

    private boolean isOfInterest() {
        return interestEnds.get() - System.nanoTime() > 0;
    }

    // Unless a stream has just asked.
    private void refresh(LogEnd end) {
        if (end.known(beat.dividedBy(2)).isEmpty()) {
            end.ask();
        }
    }
}
