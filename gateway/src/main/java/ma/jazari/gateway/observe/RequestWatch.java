package ma.jazari.gateway.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import ma.jazari.gateway.http.ClientAddress;
import ma.jazari.gateway.http.RequestEnd;

/** Counts and logs each request when it is over. */
@Singleton
public class RequestWatch {

    // After the request id (10,000), before anything that may answer.
    private static final int EARLY = 9_950;

    private final ObserveConfig config;
    private final ClientLabels labels;
    private final ClientAddress addresses;
    private final AccessLog log;
    private final MeterRegistry metrics;

    RequestWatch(ObserveConfig config, ClientAddress addresses, AccessLog log, MeterRegistry metrics) {
        this.config = config;
        this.labels = new ClientLabels(config.clients());
        this.addresses = addresses;
        this.log = log;
        this.metrics = metrics;
    }

    void register(@Observes Filters filters) {
        filters.register(this::begin, EARLY);
    }

    private void begin(RoutingContext context) {
        long began = System.nanoTime();
        var trace = Span.current().getSpanContext();
        RequestEnd.then(context, () -> end(new Finished(context, trace, System.nanoTime() - began)));
        context.next();
    }

    private void end(Finished finished) {
        metrics.timer(
                        "jazari.gateway.requests",
                        "route",
                        finished.route(),
                        "kind",
                        finished.kind(),
                        "client",
                        labels.of(finished.client()),
                        "outcome",
                        finished.outcome())
                .record(Duration.ofNanos(finished.nanos()));
        if (config.accessLog()) {
            var address = addresses.of(finished.context().request());
            log.write(AccessLine.of(finished, address, Instant.now()));
        }
    }
}
