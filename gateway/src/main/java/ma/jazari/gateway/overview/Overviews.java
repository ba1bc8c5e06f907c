package ma.jazari.gateway.overview;

import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import ma.jazari.gateway.overview.OverviewResponse.Conventions;
import ma.jazari.gateway.overview.OverviewResponse.EventsPart;
import ma.jazari.gateway.overview.OverviewResponse.Institutes;
import ma.jazari.gateway.overview.OverviewResponse.Stale;
import ma.jazari.gateway.route.Upstream;
import org.jspecify.annotations.Nullable;

/** Composes the overview of what the services said, now or earlier. */
@Singleton
class Overviews {

    private final Clock clock;
    private final KeptPart<Institutes> institutes;
    private final KeptPart<Conventions> conventions;
    private final KeptPart<EventsPart> events;
    private @Nullable OverviewResponse last;

    Overviews(Parts parts, OverviewConfig config, Clock clock) {
        this.clock = clock;
        this.institutes = new KeptPart<>(parts::institutes, config.bound(), clock);
        this.conventions = new KeptPart<>(parts::conventions, config.bound(), clock);
        this.events = new KeptPart<>(parts::events, config.bound(), clock);
    }

    /** The network as it is known. Never fails: what no service says is absent. */
    Future<OverviewResponse> read() {
        var first = institutes.get();
        var second = conventions.get();
        var third = events.get();
        return Future.all(first, second, third)
                .map(all -> dated(compose(first.result(), second.result(), third.result())));
    }

    private static OverviewResponse compose(
            KeptPart.Seen<Institutes> institutes,
            KeptPart.Seen<Conventions> conventions,
            KeptPart.Seen<EventsPart> events) {
        var silent = Stream.of(
                        new Part(Upstream.INSTITUTES, institutes),
                        new Part(Upstream.PARTNERSHIPS, conventions),
                        new Part(Upstream.EVENTS, events))
                .filter(part -> !part.seen().answered())
                .toList();
        var ofEvents = events.value();
        return new OverviewResponse(
                institutes.value(),
                conventions.value(),
                ofEvents == null ? null : ofEvents.programEvents(),
                ofEvents == null ? null : ofEvents.programmes(),
                Instant.EPOCH,
                silent.stream().map(Part::service).toList(),
                silent.stream()
                        .filter(part -> part.seen().isStale())
                        .map(part -> new Stale(part.service(), part.seen().asOf()))
                        .toList());
    }

    private record Part(Upstream upstream, KeptPart.Seen<?> seen) {

        String service() {
            return upstream.serviceName();
        }
    }

    /** Of the moment at which it became what it is, so that its tag and its bytes change together, and only then. */
    private synchronized OverviewResponse dated(OverviewResponse composed) {
        if (last == null || !composed.at(last.generatedAt()).equals(last)) {
            last = composed.at(clock.instant());
        }
        return last;
    }
}
