package ma.jazari.gateway.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import ma.jazari.gateway.route.GatewayConfig;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;

/** Turns requests away at once while more are under way than the gateway serves well, so that those are served. */
@Singleton
public class LoadShedding {

    // After the security headers (9,900), before anything that costs. Health and metrics have a port of their own.
    private static final int EARLY = 9_850;
    private static final String OVER = LoadShedding.class.getName();

    private final int most;
    private final ProblemWriter problems;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Counter shed;

    LoadShedding(GatewayConfig config, ProblemWriter problems, MeterRegistry metrics) {
        this.most = config.limits().requests();
        this.problems = problems;
        this.shed = Counter.builder("jazari.gateway.shed")
                .description("Requests that were turned away because too many were under way")
                .register(metrics);
        Gauge.builder("jazari.gateway.under.way", underWay, AtomicInteger::get)
                .description("Requests that are being served")
                .register(metrics);
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, EARLY);
    }

    /** The request goes on without work to do, as a stream does, and takes nobody's place. */
    public void letGo(RoutingContext context) {
        end(context.get(OVER));
    }

    private void end(AtomicBoolean over) {
        if (over.compareAndSet(false, true)) {
            underWay.decrementAndGet();
        }
    }

    private void admit(RoutingContext context) {
        var over = new AtomicBoolean();
        context.put(OVER, over);
        RequestEnd.then(context, () -> end(over));
        if (underWay.incrementAndGet() > most) {
            shed.increment();
            problems.write(
                    context,
                    Problem.of(ProblemType.UNAVAILABLE, "The gateway has too much to do now. Nothing was done."));
        } else {
            context.next();
        }
    }
}
