package ma.jazari.benchmarks;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param seconds measured for each figure, over all rounds
 * @param connections kept alive, or to the database
 * @param running whether the stack that runs is measured, instead of one of the benchmark's own
 * @param portOffset of the benchmark's own stack; null for one beside the usual ports
 * @param json where the results go; null for a file named after the time
 * @param help whether to explain the options and do nothing
 */
record BenchmarkOptions(
        int seconds,
        int connections,
        boolean running,
        @Nullable Integer portOffset,
        @Nullable Path json,
        boolean help) {

    static final String HELP =
            """
            ./jazari bench: measures the registry against floors in the same run (see benchmarks/README.md)

              --seconds=N       measured for each figure, over all rounds (default 6; the delay takes three times as long)
              --connections=N   kept alive to the registry and open to the database (default 16)
              --running         measure the stack that runs; its registry keeps some thousand drafts "Banc d'essai ..."
                                (default: a fresh stack of its own, whose data is deleted afterwards)
              --port-offset=N   where the own stack listens (default: 400 above JAZARI_PORT_OFFSET)
              --json=FILE       where the results go besides the terminal (default: bench/ in the state directory)

            JAZARI_SERVICE_JAVA_OPTIONS=-XX:TieredStopAtLevel=4 ./jazari bench
                                measures services with the optimising compiler, as they run in production""";

    private static final int SECONDS = 6;
    private static final int CONNECTIONS = 16;
    private static final int MOST_SECONDS = 3600;
    private static final int MOST_CONNECTIONS = 90;

    private static final BenchmarkOptions DEFAULTS =
            new BenchmarkOptions(SECONDS, CONNECTIONS, false, null, null, false);

    /** @throws BenchmarkException that says what was not understood */
    static BenchmarkOptions parse(String... arguments) {
        var options = DEFAULTS;
        for (var argument : List.of(arguments)) {
            options = options.with(argument);
        }
        return options;
    }

    private BenchmarkOptions with(String argument) {
        int equals = argument.indexOf('=');
        var name = equals < 0 ? argument : argument.substring(0, equals);
        var value = equals < 0 ? "" : argument.substring(equals + 1);
        return switch (name) {
            case "--seconds" -> withSeconds(number(name, value, MOST_SECONDS));
            case "--connections" -> withConnections(number(name, value, MOST_CONNECTIONS));
            case "--port-offset" -> withPortOffset(number(name, value, 40_000));
            case "--json" -> withJson(value);
            case "--running" -> new BenchmarkOptions(seconds, connections, true, portOffset, json, help);
            case "--help", "-h" -> new BenchmarkOptions(seconds, connections, running, portOffset, json, true);
            default -> throw misunderstood("There is no option \"" + argument + "\".");
        };
    }

    private BenchmarkOptions withSeconds(int number) {
        return new BenchmarkOptions(number, connections, running, portOffset, json, help);
    }

    private BenchmarkOptions withConnections(int number) {
        return new BenchmarkOptions(seconds, number, running, portOffset, json, help);
    }

    private BenchmarkOptions withPortOffset(int number) {
        return new BenchmarkOptions(seconds, connections, running, number, json, help);
    }

    private BenchmarkOptions withJson(String file) {
        if (file.isBlank()) {
            throw misunderstood("--json needs a file.");
        }
        return new BenchmarkOptions(seconds, connections, running, portOffset, Path.of(file), help);
    }

    private static int number(String name, String text, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw misunderstood(name + " needs a number, not \"" + text + "\".");
        }
        throw misunderstood(name + " must be from 1 to " + most + ", not " + text + ".");
    }

    private static BenchmarkException misunderstood(String what) {
        return new BenchmarkException(what + " See: ./jazari bench --help");
    }
}
