package ma.jazari.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import ma.jazari.benchmarks.edge.EdgeSizes;
import ma.jazari.benchmarks.events.EventSizes;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param seconds measured for each figure, over all rounds
 * @param connections kept alive, or to the database
 * @param only what is measured
 * @param sizes the numbers of records to grow to, ascending; empty for the samples alone
 * @param ror a dump of ROR to take the records from; null for generated ones
 * @param times how often the dump is taken as partners: as it is, and again under other names and ids
 * @param events how much there is of what events-service keeps
 * @param edge how much there is at the gateway
 * @param stack which one is measured
 * @param json where the results go; null for a file named after the time
 * @param help whether to explain the options and do nothing
 */
record BenchmarkOptions(
        int seconds,
        int connections,
        Set<Subject> only,
        List<Integer> sizes,
        @Nullable Path ror,
        int times,
        EventSizes events,
        EdgeSizes edge,
        Stack stack,
        @Nullable Path json,
        boolean help) {

    /** What can be measured. */
    enum Subject {
        READS,
        INSTITUTES,
        PARTNERS,
        DELAY,
        WRITES,
        CONVENTIONS,
        EVENTS,
        GATEWAY
    }

    /**
     * The stack that is measured.
     *
     * @param running whether it is the one that runs, instead of one of the benchmark's own
     * @param portOffset of the benchmark's own; null for one beside the usual ports
     */
    record Stack(boolean running, @Nullable Integer portOffset) {}

    static final String HELP =
            """
            ./jazari bench: measures the registry against floors in the same run (see benchmarks/README.md)

              --seconds=N       measured for each figure, over all rounds (default 6; the delay takes three times as long)
              --connections=N   kept alive to the registry and open to the database (default 16; searches and lists have 2)
              --only=A[,B...]   of reads, institutes, partners, delay, writes, conventions, events, gateway (default:
                                all; partners with --ror alone, events and gateway not with --running)
              --records=N[,N...]
                                import institutes until there are N of them besides the samples, and measure searches,
                                lists, import and export again at each N; ends with a table of growth
              --ror=FILE        import organisations of a ROR dump (schema v2, a JSON object a line; plain, .gz or .xz),
                                cut or multiplied to N (default: institutes that are made up); and all of them as
                                partners, for which searches and matches are measured and marked
              --times=N         the same again with N times as many partners, all but the dump's own made up (default 1)
              --events=N        published in the calendar feed (default 5000)
              --clients=N       who register for one event at once (default 1000) ...
              --places=N        ... of so many places (default 300)
              --measurements=N  of one indicator, whose progress is read (default 100000)
              --streams=N       of the change feed, held open at a gateway (default 5000)
              --import-mib=N    the body of an import that passes through a gateway (default 1024)
              --running         measure the stack that runs; its registry keeps some thousand drafts and conventions
                                "Banc d'essai ..."
                                (default: a fresh stack of its own, whose data is deleted afterwards)
              --port-offset=N   where the own stack listens (default: 400 above JAZARI_PORT_OFFSET)
              --json=FILE       where the results go besides the terminal (default: bench/ in the state directory)

            ./jazari bench --only=institutes --records=51370 --ror=FILE
            ./jazari bench --only=partners --ror=FILE --times=10
            ./jazari bench --only=events --events=200 --clients=100 --places=30 --measurements=2000
            ./jazari bench --only=gateway --streams=1000 --import-mib=100
            ./jazari bench --only=institutes --records=5000,50000,500000
                                at the size of a real registry, and how it grows; the last takes about an hour

            JAZARI_SERVICE_JAVA_OPTIONS=-XX:TieredStopAtLevel=4 ./jazari bench
                                measures services with the optimising compiler, as they run in production""";

    private static final Set<Subject> NEED_THEIR_OWN = Set.of(Subject.EVENTS, Subject.GATEWAY);

    private static final int SECONDS = 6;
    private static final int CONNECTIONS = 16;
    private static final int MOST_SECONDS = 3600;
    private static final int MOST_CONNECTIONS = 90;
    private static final int MOST_RECORDS = 5_000_000;
    private static final int MOST_TIMES = 40;
    private static final int HIGHEST_OFFSET = 40_000;
    private static final Set<String> KNOWN = Set.of(
            "--seconds",
            "--connections",
            "--only",
            "--records",
            "--ror",
            "--times",
            "--events",
            "--clients",
            "--places",
            "--measurements",
            "--streams",
            "--import-mib",
            "--running",
            "--port-offset",
            "--json",
            "--help",
            "-h");

    BenchmarkOptions {
        only = Set.copyOf(only);
        sizes = List.copyOf(sizes);
    }

    /** @throws BenchmarkException that says what was not understood */
    static BenchmarkOptions parse(String... arguments) {
        var given = Arguments.of(KNOWN, arguments);
        var options = new BenchmarkOptions(
                given.number("--seconds", SECONDS, MOST_SECONDS),
                given.number("--connections", CONNECTIONS, MOST_CONNECTIONS),
                subjects(given.list("--only")),
                given.numbers("--records", MOST_RECORDS),
                path(given.text("--ror")),
                given.number("--times", 1, MOST_TIMES),
                events(given),
                edge(given),
                new Stack(given.has("--running"), offset(given)),
                path(given.text("--json")),
                given.has("--help") || given.has("-h"));
        options.check();
        return options;
    }

    private void check() {
        if (!sizes.equals(sizes.stream().sorted().distinct().toList())) {
            throw Arguments.misunderstood("--records must name sizes to grow to, the smallest first.");
        }
        if (!sizes.isEmpty() && stack.running()) {
            throw Arguments.misunderstood("--records needs a stack of its own: what is imported stays.");
        }
        if (!sizes.isEmpty() && !only.contains(Subject.INSTITUTES)) {
            throw Arguments.misunderstood("--records is about institutes, which --only leaves out.");
        }
        boolean partnersAlone = only.equals(Set.of(Subject.PARTNERS));
        if (ror != null && sizes.isEmpty() && !only.contains(Subject.PARTNERS)) {
            throw Arguments.misunderstood("--ror needs --records, how many institutes to import, or partners.");
        }
        if (ror == null && partnersAlone) {
            throw Arguments.misunderstood("--only=partners needs --ror: which organisations to import.");
        }
        if (times > 1 && (ror == null || !only.contains(Subject.PARTNERS))) {
            throw Arguments.misunderstood("--times is about partners, which need --ror.");
        }
        if (ror != null && stack.running()) {
            throw Arguments.misunderstood("--ror needs a stack of its own: what is imported stays.");
        }
        checkEvents();
        checkEdge();
    }

    private void checkEvents() {
        if (events.places() > events.clients()) {
            throw Arguments.misunderstood("--places must not be more than --clients.");
        }
        boolean isSized = !events.equals(EventSizes.USUAL);
        if (isSized && !only.contains(Subject.EVENTS)) {
            throw Arguments.misunderstood(
                    "--events, --clients, --places and --measurements are about events, which --only leaves out.");
        }
        if (stack.running() && (isSized || NEED_THEIR_OWN.containsAll(only))) {
            throw Arguments.misunderstood(
                    "Events and the gateway need a stack of their own: what is published and imported stays.");
        }
    }

    private void checkEdge() {
        boolean isSized = !edge.equals(EdgeSizes.USUAL);
        if (isSized && !only.contains(Subject.GATEWAY)) {
            throw Arguments.misunderstood("--streams and --import-mib are about the gateway, which --only leaves out.");
        }
        if (isSized && stack.running()) {
            throw Arguments.misunderstood("The gateway needs a stack of its own: what is imported stays.");
        }
    }

    private static EventSizes events(Arguments given) {
        var usual = EventSizes.USUAL;
        return new EventSizes(
                given.number("--events", usual.events(), EventSizes.MOST_EVENTS),
                given.number("--clients", usual.clients(), EventSizes.MOST_CLIENTS),
                given.number("--places", usual.places(), EventSizes.MOST_CLIENTS),
                given.number("--measurements", usual.measurements(), EventSizes.MOST_MEASUREMENTS));
    }

    private static EdgeSizes edge(Arguments given) {
        var usual = EdgeSizes.USUAL;
        return new EdgeSizes(
                given.number("--streams", usual.streams(), EdgeSizes.MOST_STREAMS),
                given.number("--import-mib", usual.importMib(), EdgeSizes.MOST_IMPORT_MIB));
    }

    private static Set<Subject> subjects(List<String> names) {
        var subjects = EnumSet.noneOf(Subject.class);
        names.forEach(name -> subjects.add(subject(name)));
        return subjects.isEmpty() ? EnumSet.allOf(Subject.class) : subjects;
    }

    private static Subject subject(String name) {
        return Arrays.stream(Subject.values())
                .filter(subject -> subject.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> Arguments.misunderstood(
                        "--only takes reads, institutes, partners, delay, writes, conventions, events and gateway, not \""
                                + name + "\"."));
    }

    private static @Nullable Integer offset(Arguments given) {
        return given.has("--port-offset") ? given.number("--port-offset", 0, HIGHEST_OFFSET) : null;
    }

    private static @Nullable Path path(@Nullable String text) {
        return text == null ? null : Path.of(text);
    }
}
