package ma.jazari.gateway.route;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides which service a path belongs to. A table and nothing else: forwarding is somebody else's work. */
public final class Routes {

    private static final Map<List<String>, Upstream> TABLE = Map.ofEntries(
            Map.entry(List.of("v1", "institutes"), Upstream.INSTITUTES),
            Map.entry(List.of("v1", "network"), Upstream.INSTITUTES),
            Map.entry(List.of("v1", "change-suggestions"), Upstream.INSTITUTES),
            Map.entry(List.of("v1", "vocabularies"), Upstream.INSTITUTES),
            Map.entry(List.of("v1", "partners"), Upstream.PARTNERSHIPS),
            Map.entry(List.of("v1", "conventions"), Upstream.PARTNERSHIPS),
            Map.entry(List.of("v1", "deadlines"), Upstream.PARTNERSHIPS),
            Map.entry(List.of("v1", "programmes"), Upstream.EVENTS),
            Map.entry(List.of("v1", "program-events"), Upstream.EVENTS),
            Map.entry(List.of("v1", "calendars"), Upstream.EVENTS));

    private final BodyLimits limits;

    public Routes(BodyLimits limits) {
        this.limits = limits;
    }

    /** The way of a request for this path; empty where no service has it. */
    public Optional<Route> decide(RequestPath path) {
        return TABLE.entrySet().stream()
                .filter(entry -> path.isWithin(entry.getKey()))
                .findFirst()
                .map(entry -> new Route(entry.getValue(), limits.of(path)));
    }
}
