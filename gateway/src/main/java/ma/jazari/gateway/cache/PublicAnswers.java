package ma.jazari.gateway.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import ma.jazari.gateway.pulse.Pulse;
import ma.jazari.gateway.route.RequestKind;
import ma.jazari.gateway.route.Upstream;

/**
 * The answers that services marked as public, for whoever reads without a token. One is given again only while its
 * service's log is known to end where it ended before the service was asked; so after a change nobody gets an old answer
 * for longer than the bound, and never anything that is not for everybody.
 */
@Singleton
public class PublicAnswers {

    static final String CACHE_STATUS = "Cache-Status";

    // Whoever sends one of these may get what others do not, or only a part.
    private static final List<CharSequence> PERSONAL =
            List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE, "Range", HttpHeaders.IF_MATCH, "X-Registration-Key");
    // What nobody may get any more takes no memory.
    private static final Duration FORGOTTEN = Duration.ofMinutes(1);

    private final CacheConfig config;
    private final Pulse pulse;
    private final MeterRegistry metrics;
    private final Cache<Key, KeptAnswer> kept;
    private final Map<Upstream, Long> writes = new ConcurrentHashMap<>();

    PublicAnswers(CacheConfig config, Pulse pulse, MeterRegistry metrics) {
        this.config = config;
        this.pulse = pulse;
        this.metrics = metrics;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(config.size().asLongValue())
                .weigher((Key key, KeptAnswer answer) -> answer.bytes(key))
                .expireAfterWrite(FORGOTTEN)
                .build();
        Gauge.builder("jazari.gateway.cache.bytes", kept, PublicAnswers::bytes)
                .description("What the answers take that are kept")
                .register(metrics);
    }

    /** Answers the request; or says, by what is to be recorded of the answer, that the service is to be asked. */
    public Optional<Recording> answer(HttpServerRequest request, Upstream upstream, RequestKind kind) {
        if (!config.enabled() || !isRead(request)) {
            return Optional.of(isWrite(kind) ? Recording.ofWrite(() -> written(upstream)) : Recording.none(null));
        }
        if (!isOpen(request)) {
            return forward(Recording.none("jazari; fwd=bypass"), "bypass");
        }
        var lastSeq = pulse.known(upstream, config.bound());
        long now = System.nanoTime();
        var key = Key.of(request);
        var found = kept.getIfPresent(key);
        if (found != null && isFresh(found, upstream, lastSeq, now) && !wantsNew(request)) {
            count("hit");
            request.resume();
            found.answer(request, now);
            return Optional.empty();
        }
        var why = found == null ? "miss" : wantsNew(request) ? "request" : "stale";
        return forward(recording(request, key, lastSeq, now, "jazari; fwd=" + why), why);
    }

    private boolean isFresh(KeptAnswer found, Upstream upstream, OptionalLong lastSeq, long now) {
        var written = writes.get(upstream);
        return found.isFresh(lastSeq, now) && (written == null || found.asked() - written > 0);
    }

    // Whoever has written here, and reads, gets what was written, before the service's log is known to have moved.
    private void written(Upstream upstream) {
        writes.put(upstream, System.nanoTime());
    }

    private static boolean isWrite(RequestKind kind) {
        return kind == RequestKind.WRITE || kind == RequestKind.IMPORT;
    }

    private Recording recording(HttpServerRequest request, Key key, OptionalLong lastSeq, long now, String status) {
        // Without knowing where the log ends nobody can tell later whether it has moved; and a HEAD has no body.
        if (lastSeq.isEmpty() || HttpMethod.HEAD.equals(request.method())) {
            return Recording.none(status);
        }
        var ifNoneMatch = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        long most = config.entry().asLongValue();
        return Recording.of(new Recording.Plan(key, lastSeq.getAsLong(), now, most, ifNoneMatch, kept::put), status);
    }

    private Optional<Recording> forward(Recording recording, String why) {
        count(why);
        return Optional.of(recording);
    }

    private void count(String how) {
        metrics.counter("jazari.gateway.cache", "how", how).increment();
    }

    private static boolean isRead(HttpServerRequest request) {
        return HttpMethod.GET.equals(request.method()) || HttpMethod.HEAD.equals(request.method());
    }

    private static boolean isOpen(HttpServerRequest request) {
        var headers = request.headers();
        return PERSONAL.stream().noneMatch(headers::contains)
                && !headers.contains(HttpHeaders.TRANSFER_ENCODING)
                && Objects.requireNonNullElse(headers.get(HttpHeaders.CONTENT_LENGTH), "0")
                        .equals("0");
    }

    private static boolean wantsNew(HttpServerRequest request) {
        var control = request.getHeader(HttpHeaders.CACHE_CONTROL);
        return control != null && (control.contains("no-cache") || control.contains("max-age=0"));
    }

    private static long bytes(Cache<?, ?> cache) {
        return cache.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }
}
