package ma.jazari.gateway.limit;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.gateway.http.ClientAddress;
import ma.jazari.gateway.http.ProblemWriter;
import ma.jazari.gateway.http.RequestGuard;
import ma.jazari.gateway.http.VerifiedToken;
import ma.jazari.gateway.route.RequestKind;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;

/** Counts each request, says in every answer where the caller stands, and stops who is over its quota. */
@Singleton
public class RateLimits {

    // Before the pages; what is below /v1 is counted once its token was looked at.
    private static final int ORDER = 80;
    private static final String POLICY = "RateLimit-Policy";
    private static final String LIMIT = "RateLimit";

    private final Quotas quotas;
    private final Counters counters;
    private final ClientAddress addresses;
    private final ProblemWriter problems;
    private final MeterRegistry metrics;

    RateLimits(RateConfig config, ClientAddress addresses, ProblemWriter problems, MeterRegistry metrics) {
        this.quotas = new Quotas(config);
        this.counters = counters(config, metrics);
        this.addresses = addresses;
        this.problems = problems;
        this.metrics = metrics;
    }

    private static Counters counters(RateConfig config, MeterRegistry metrics) {
        Counters local = new LocalCounters(config, TimeMeter.SYSTEM_MILLISECONDS);
        var timeout = config.redis().timeout();
        return config.redis()
                .url()
                .<Counters>map(url -> new SharedCounters(new RedisConnection(url, timeout), timeout, local, metrics))
                .orElse(local);
    }

    void close(@Observes ShutdownEvent end) {
        counters.close();
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(this::checkPage);
    }

    private void checkPage(RoutingContext context) {
        if (RequestGuard.kindOf(context) == RequestKind.PAGE) {
            check(context);
        } else {
            context.next();
        }
    }

    /** Goes on to the next handler, or answers 429. */
    public void check(RoutingContext context) {
        var caller = caller(context);
        var counted = take(caller, quotas.of(RequestGuard.kindOf(context), caller));
        if (!counted.isComplete()) {
            context.request().pause();
        }
        counted.onSuccess(counts -> decide(context, caller, counts)).onFailure(context::fail);
    }

    /** What the requests of this one's caller are counted under. */
    public String counted(RoutingContext context) {
        return caller(context).key();
    }

    private Caller caller(RoutingContext context) {
        var token = VerifiedToken.of(context);
        return token == null || RequestGuard.kindOf(context) == RequestKind.PAGE
                ? Caller.address(ClientAddress.subscriber(addresses.of(context.request())))
                : Caller.client(token.client(), token.subject());
    }

    /** One after the other: what a narrow quota refuses does not count against the wide one. */
    private Future<List<Count>> take(Caller caller, List<Quota> all) {
        Future<List<Count>> taken = Future.succeededFuture(List.of());
        for (var quota : all) {
            taken = taken.compose(before -> before.stream().allMatch(Count::accepted)
                    ? counters.take(caller, quota).map(count -> plus(before, count))
                    : Future.succeededFuture(before));
        }
        return taken;
    }

    private static List<Count> plus(List<Count> before, Count count) {
        return Stream.concat(before.stream(), Stream.of(count)).toList();
    }

    private void decide(RoutingContext context, Caller caller, List<Count> counts) {
        var headers = context.response().headers();
        headers.set(POLICY, counts.stream().map(count -> count.quota().header()).collect(Collectors.joining(", ")));
        headers.set(LIMIT, counts.stream().map(Count::header).collect(Collectors.joining(", ")));
        var last = counts.getLast();
        if (last.accepted()) {
            context.next();
        } else {
            metrics.counter(
                            "jazari.gateway.limited",
                            "policy",
                            last.quota().policy(),
                            "by",
                            caller.isAnonymous() ? "address" : "client")
                    .increment();
            problems.write(context, limited(caller, last));
        }
    }

    private static Problem limited(Caller caller, Count count) {
        var quota = count.quota();
        var detail = "%s may send %d requests in %d seconds here (policy \"%s\"). Wait %d seconds."
                .formatted(
                        caller.isAnonymous() ? "An address" : "This client",
                        quota.requests(),
                        quota.window().toSeconds(),
                        quota.policy(),
                        count.seconds());
        var problem = caller.isAnonymous() && !quota.policy().equals("pages")
                ? detail + " With a token there are more."
                : detail;
        return Problem.of(ProblemType.RATE_LIMITED, problem)
                .with("policy", quota.policy())
                .retryAfter(Duration.ofSeconds(count.seconds()));
    }
}
