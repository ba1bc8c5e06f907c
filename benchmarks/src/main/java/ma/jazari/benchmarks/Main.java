package ma.jazari.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import ma.jazari.localstack.LocalStackException;

/** Where {@code ./jazari bench} hands over. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        try {
            var options = BenchmarkOptions.parse(arguments);
            if (options.help()) {
                out.println(BenchmarkOptions.HELP);
            } else {
                new BenchmarkRun(options, out, new Progress(err)).run();
            }
            return 0;
        } catch (BenchmarkException | LocalStackException failure) {
            err.println(failure.getMessage());
        } catch (InterruptedException interruption) {
            err.println("Interrupted");
        }
        return 1;
    }
}
