package ma.jazari.benchmarks.edge;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import ma.jazari.benchmarks.load.Call;
import ma.jazari.benchmarks.load.ClosedLoop;
import ma.jazari.benchmarks.load.HttpLoad;
import ma.jazari.benchmarks.load.Measured;
import ma.jazari.benchmarks.load.Rounds;
import ma.jazari.benchmarks.load.Workload;
import ma.jazari.benchmarks.reads.NoOpProcess;
import ma.jazari.benchmarks.report.Line;
import ma.jazari.benchmarks.report.Section;
import ma.jazari.benchmarks.stack.Registry;

/** The gateway and other proxies in front of one upstream that does nothing: what passing through costs. */
final class ProxyBenchmark {

    static final String FLOOR = "no-op server";
    static final String NGINX = "nginx";
    static final String SPRING = "Spring, token";
    static final String TOKEN = "gateway, token";
    static final String ANONYMOUS = "gateway, anonymous";
    static final String UNLOGGED = "gateway, no access log";

    private final Registry registry;
    private final HttpLoad http;
    private final Rounds rounds;

    ProxyBenchmark(Registry registry, HttpLoad http, Rounds rounds) {
        this.registry = registry;
        this.http = http;
        this.rounds = rounds.ofColdProcesses();
    }

    Section run() throws InterruptedException {
        var institute = URI.create(registry.institutesDirect() + "/" + registry.anInstitute());
        rounds.progress().say("Proxies to one upstream, " + rounds.describe());
        try (var upstream = NoOpProcess.start(institute, registry.serviceJavaOptions());
                var servers = new AllServed()) {
            var notes = new ArrayList<String>();
            var proxies = start(upstream.address(), servers, notes);
            notes.forEach(note -> rounds.progress().say("  " + note));
            var results = rounds.inTurns(workloads(upstream.address(), proxies), () -> {});
            return section(results, proxies, notes);
        }
    }

    /** The proxies by the names of their first workloads. */
    private Map<String, Served> start(URI upstream, AllServed servers, List<String> notes) throws InterruptedException {
        var proxies = new LinkedHashMap<String, Served>();
        var nginx = Nginx.ofThisMachine();
        if (nginx.isPresent()) {
            proxies.put(NGINX, servers.add(nginx.get().start(registry, upstream)));
        } else {
            notes.add("without nginx, which comes with: " + Nginx.HOW_TO_GET);
        }
        var spring = SpringGateway.built(registry);
        if (spring.isPresent()) {
            proxies.put(SPRING, servers.add(spring.get().start(upstream)));
        } else {
            notes.add("without Spring Cloud Gateway, which is built by: " + SpringGateway.HOW_TO_GET);
        }
        proxies.put(TOKEN, servers.add(gateway(upstream).start("bench-gateway")));
        proxies.put(
                UNLOGGED,
                servers.add(gateway(upstream).with("OBSERVE_ACCESS_LOG", false).start("bench-gateway-unlogged")));
        return proxies;
    }

    private OwnGateway gateway(URI upstream) {
        return new OwnGateway(registry)
                .to(OwnGateway.Upstream.INSTITUTES, upstream)
                .with("CACHE_ENABLED", false);
    }

    private List<Workload> workloads(URI upstream, Map<String, Served> proxies) {
        UnaryOperator<Call> asIs = call -> call;
        UnaryOperator<Call> withToken = call -> call.as(registry.token());
        var workloads = new ArrayList<Workload>();
        workloads.add(ClosedLoop.repeating(FLOOR, http, () -> Call.get(upstream)));
        proxies.forEach((name, proxy) -> {
            var there = proxy.at(upstream.getPath());
            workloads.add(loop(name, there, name.equals(NGINX) ? asIs : withToken));
            if (name.equals(TOKEN)) {
                workloads.add(loop(ANONYMOUS, there, asIs));
            }
        });
        return workloads;
    }

    private Workload loop(String name, URI address, UnaryOperator<Call> caller) {
        return ClosedLoop.repeating(name, http, () -> caller.apply(Call.get(address)));
    }

    private Section section(List<Measured> results, Map<String, Served> proxies, List<String> notes) {
        var lines = lines(results);
        proxies.forEach((name, proxy) -> lines.add(new Line(name, "memory", "MiB", proxy.mebibytes(), null, null)));
        return new Section(
                "Proxies to one upstream: " + http.connections() + " connections, closed loop, " + rounds.describe()
                        + notes.stream().map(note -> "; " + note).collect(Collectors.joining()),
                "the upstream itself, a bare HTTP server in a process of its own that answers an institute's bytes",
                lines);
    }

    /** Each beside the upstream alone, the first; then ours beside the others. */
    static List<Line> lines(List<Measured> results) {
        var floor = results.getFirst();
        var lines = new ArrayList<>(floor.against(null));
        results.stream().skip(1).map(result -> result.against(floor)).forEach(lines::addAll);
        var byName = results.stream().collect(Collectors.toMap(Measured::name, result -> result));
        lines.addAll(beside(byName, TOKEN, SPRING));
        lines.addAll(beside(byName, TOKEN, NGINX));
        lines.addAll(beside(byName, ANONYMOUS, NGINX));
        return lines;
    }

    private static List<Line> beside(Map<String, Measured> results, String ours, String other) {
        var measured = results.get(ours);
        var floor = results.get(other);
        if (measured == null || floor == null) {
            return List.of();
        }
        var name = ours.replace("gateway, ", "") + ", to " + other.replace(", token", "");
        return new Measured(name, measured.rounds()).against(floor);
    }
}
