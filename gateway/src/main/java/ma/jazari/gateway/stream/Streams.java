package ma.jazari.gateway.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import ma.jazari.gateway.feed.ChangeFilter;
import ma.jazari.gateway.feed.FeedAnswer;
import ma.jazari.gateway.feed.FeedPage;
import ma.jazari.gateway.feed.FeedQuestion;
import ma.jazari.gateway.feed.NetworkFeed;
import ma.jazari.gateway.http.ClientsRevoked;
import ma.jazari.gateway.http.RevokedClients;
import ma.jazari.gateway.pulse.Pulse;
import ma.jazari.gateway.route.GatewayConfig;
import ma.jazari.platform.feed.FeedCursor;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;

/**
 * All open streams. Each reads by itself until it has seen what there is; from then on those of one caller are sent what
 * one reading finds, and nothing is read while nothing happens. Everything here runs on one event loop.
 */
@Singleton
class Streams {

    /** How many changes one reading brings. */
    static final int PAGE = 200;

    private static final long AGAIN_MILLIS = 1_000;
    // Readers that were all cut at once do not all come back at once.
    private static final long EARLIEST_BACK_MILLIS = 1_000;
    private static final long LATEST_BACK_MILLIS = 5_000;

    private final Vertx vertx;
    private final Context loop;
    private final NetworkFeed feed;
    private final Pulse pulse;
    private final RevokedClients revoked;
    private final GatewayConfig.Stream config;
    private final Clock clock;
    private final Map<Caller, Tail> tails = new HashMap<>();
    private final Set<EventStream> open = new HashSet<>();
    private final Set<EventStream> full = new HashSet<>();
    private final Map<String, Integer> owned = new HashMap<>();
    private final Counter cut;
    private boolean pulseIsOut;
    private boolean draining;

    Streams(
            Vertx vertx,
            NetworkFeed feed,
            Pulse pulse,
            RevokedClients revoked,
            GatewayConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.feed = feed;
        this.pulse = pulse;
        this.revoked = revoked;
        this.config = config.stream();
        this.clock = clock;
        this.cut = metrics.counter("jazari.gateway.streams.cut");
        metrics.gauge("jazari.gateway.streams.open", open, Set::size);
        metrics.gauge("jazari.gateway.streams.waiting", full, Set::size);
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(config.pulse().toMillis(), tick -> loop.runOnContext(here -> look()));
        vertx.setPeriodic(config.ping().toMillis(), tick -> loop.runOnContext(here -> ping()));
    }

    /** All readers are told to come back, to another gateway or to this one when it is up again. */
    void drain(@Observes ShutdownDelayInitiatedEvent event) {
        loop.runOnContext(here -> {
            draining = true;
            List.copyOf(open).forEach(this::end);
        });
    }

    /** Their readers are told to come back, and refused then. */
    void end(@Observes ClientsRevoked news) {
        loop.runOnContext(here -> List.copyOf(open).stream()
                .filter(stream -> stream.isOf(news.ids()::contains))
                .forEach(this::end));
    }

    /**
     * Begins the stream with its first page. Fails with a {@link Problem} where that may not be; nothing was written then.
     */
    Future<Void> open(EventStream stream, FeedPage first) {
        var begun = Promise.<Void>promise();
        loop.runOnContext(here -> {
            if (stream.isOf(revoked::contains)) {
                // Since its token was looked at.
                begun.fail(Problem.of(ProblemType.UNAUTHENTICATED, "The client of this token was revoked."));
            } else if (draining || open.size() >= config.most()) {
                begun.fail(Problem.of(
                        ProblemType.UNAVAILABLE, "There are as many streams as there can be. Come back later."));
            } else if (owned.getOrDefault(stream.owner(), 0) >= config.mostPerCaller()) {
                begun.fail(Problem.of(
                        ProblemType.RATE_LIMITED,
                        "A caller may have " + config.mostPerCaller() + " streams; end one of them first."));
            } else {
                begin(stream, first);
                begun.complete();
            }
        });
        return begun.future();
    }

    private void begin(EventStream stream, FeedPage first) {
        open.add(stream);
        owned.merge(stream.owner(), 1, Integer::sum);
        stream.begin(ThreadLocalRandom.current().nextLong(EARLIEST_BACK_MILLIS, LATEST_BACK_MILLIS));
        take(stream, first);
    }

    /** The reader is gone. */
    void close(EventStream stream) {
        loop.runOnContext(here -> forget(stream));
    }

    private void forget(EventStream stream) {
        if (open.remove(stream)) {
            full.remove(stream);
            owned.computeIfPresent(stream.owner(), (owner, count) -> count == 1 ? null : count - 1);
            var tail = tails.get(stream.caller());
            if (tail != null) {
                tail.remove(stream);
                dropIfEmpty(stream.caller(), tail);
            }
        }
    }

    private void dropIfEmpty(Caller caller, Tail tail) {
        if (tail.isEmpty() && !tail.isBeingRead()) {
            tails.remove(caller);
        }
    }

    private void end(EventStream stream) {
        forget(stream);
        stream.end();
    }

    private void cut(EventStream stream) {
        forget(stream);
        cut.increment();
        stream.cut();
    }

    // --- A stream that has not seen what there is --------------------------------------------------------------------

    private void read(EventStream stream) {
        if (!open.contains(stream)) {
            return;
        }
        var question = new FeedQuestion(stream.place(), PAGE, stream.filter());
        feed.read(question, stream.caller().headers())
                .onComplete(read -> loop.runOnContext(here -> {
                    if (!open.contains(stream)) {
                        return;
                    }
                    switch (read.result()) {
                        case FeedAnswer.Found(var page) -> take(stream, page);
                        case FeedAnswer.Refused ignored -> end(stream);
                        case null -> vertx.setTimer(AGAIN_MILLIS, tick -> loop.runOnContext(there -> read(stream)));
                    }
                }));
    }

    private void take(EventStream stream, FeedPage page) {
        if (!stream.send(page.items(), FeedCursor.decode(page.resumeCursor()))) {
            readWhenItTakesMore(stream);
        } else if (page.nextCursor() != null
                || !tails.computeIfAbsent(stream.caller(), caller -> new Tail()).takes(stream)) {
            read(stream);
        }
    }

    private void readWhenItTakesMore(EventStream stream) {
        full.add(stream);
        stream.whenItTakesMore(() -> loop.runOnContext(here -> readAgain(stream)));
    }

    private void readAgain(EventStream stream) {
        if (full.remove(stream)) {
            read(stream);
        }
    }

    // --- Those that have ---------------------------------------------------------------------------------------------

    private void look() {
        if (tails.isEmpty() || pulseIsOut) {
            return;
        }
        pulseIsOut = true;
        pulse.lastSeq()
                .onComplete(answer -> loop.runOnContext(here -> {
                    pulseIsOut = false;
                    if (answer.succeeded()) {
                        List.copyOf(tails.keySet()).forEach(caller -> look(caller, answer.result()));
                    }
                }));
    }

    private void look(Caller caller, long lastSeq) {
        var tail = tails.get(caller);
        if (tail != null && tail.isBehind(lastSeq)) {
            read(caller, tail);
        }
    }

    private void read(Caller caller, Tail tail) {
        tail.readingBegins();
        var question = new FeedQuestion(tail.place(), PAGE, ChangeFilter.ALL);
        feed.read(question, caller.headers())
                .onComplete(read -> loop.runOnContext(here -> {
                    switch (read.result()) {
                        case FeedAnswer.Found(var page) -> take(caller, tail, page);
                        case FeedAnswer.Refused ignored -> {
                            tail.readingFailed();
                            tail.streams().forEach(this::end);
                        }
                        case null -> tail.readingFailed();
                    }
                    dropIfEmpty(caller, tail);
                }));
    }

    private void take(Caller caller, Tail tail, FeedPage page) {
        tail.send(page).forEach(this::readWhenItTakesMore);
        if (page.nextCursor() != null && !tail.isEmpty()) {
            read(caller, tail);
        }
    }

    private void ping() {
        var now = clock.instant();
        for (var stream : List.copyOf(open)) {
            if (stream.isGone()) {
                forget(stream);
            } else if (stream.isOver(now)) {
                end(stream);
            } else if (stream.isStuckSince(now.minus(config.patience()))) {
                cut(stream);
            } else {
                stream.ping();
            }
        }
    }
}
