package ma.jazari.gateway.route;

import java.util.List;
import java.util.Optional;

/** Decides which service a path belongs to. A table and nothing else: forwarding is somebody else's work. */
public final class Routes {

    // The first line that fits counts; * is one segment, whatever it is.
    private static final List<Line> TABLE = List.of(
            line("v1/institutes/*/keys", Upstream.PARTNERSHIPS),
            line("v1/institutes", Upstream.INSTITUTES),
            line("v1/network", Upstream.INSTITUTES),
            line("v1/change-suggestions", Upstream.INSTITUTES),
            line("v1/vocabularies", Upstream.INSTITUTES),
            line("v1/partners", Upstream.PARTNERSHIPS),
            line("v1/conventions", Upstream.PARTNERSHIPS),
            line("v1/deadlines", Upstream.PARTNERSHIPS),
            line("v1/sandbox", Upstream.PARTNERSHIPS),
            line("v1/programmes", Upstream.EVENTS),
            line("v1/program-events", Upstream.EVENTS),
            line("v1/registrations", Upstream.EVENTS),
            line("v1/calendars", Upstream.EVENTS));

    private final BodyLimits limits;

    public Routes(BodyLimits limits) {
        this.limits = limits;
    }

    /** The way of a request for this path; empty where no service has it. */
    public Optional<Route> decide(RequestPath path) {
        return TABLE.stream()
                .filter(line -> path.isWithin(line.segments()))
                .findFirst()
                .map(line -> new Route(line.upstream(), limits.of(path)));
    }

    private static Line line(String path, Upstream upstream) {
        return new Line(List.of(path.split("/", -1)), upstream);
    }

    private record Line(List<String> segments, Upstream upstream) {}
}
