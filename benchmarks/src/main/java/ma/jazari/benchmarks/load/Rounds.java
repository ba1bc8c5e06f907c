package ma.jazari.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import ma.jazari.benchmarks.Progress;

/**
 * Measures workloads in turns, A B C, C B A, A B C, so that what disturbs the machine, or changes it slowly, meets all
 * of them.
 *
 * @param count of the rounds
 * @param warmUp of each workload before the first round
 * @param mostWarmUps of each workload: another one as long as the last made it a tenth faster
 * @param settle at the start of each round, not measured: connections and caches come back
 * @param measured of each workload, over all rounds
 */
public record Rounds(
        int count, Duration warmUp, int mostWarmUps, Duration settle, Duration measured, Progress progress) {

    private static final int MOST_WARM_UPS = 9;
    private static final double A_TENTH_FASTER = 1.1;

    /** With one warm-up each. */
    public Rounds(int count, Duration warmUp, Duration settle, Duration measured, Progress progress) {
        this(count, warmUp, 1, settle, measured, progress);
    }

    /** For processes that have not done anything yet, and whose code is compiled while they work. */
    public Rounds ofColdProcesses() {
        return new Rounds(count, warmUp.multipliedBy(2), MOST_WARM_UPS, settle, measured, progress);
    }

    /** What is waited for before each turn. */
    @FunctionalInterface
    public interface Quiet {
        void await() throws InterruptedException;
    }

    /** The time of one workload in one round. */
    public Duration each() {
        return measured.dividedBy(count);
    }

    /** The workloads' results, in their order. */
    public List<Measured> inTurns(List<Workload> workloads, Quiet quiet) throws InterruptedException {
        var results = new LinkedHashMap<String, List<Round>>();
        for (var workload : workloads) {
            results.put(workload.name(), new ArrayList<>());
            quiet.await();
            warmUp(workload);
        }
        for (int i = 0; i < count; i++) {
            for (var workload : i % 2 == 0 ? workloads : workloads.reversed()) {
                quiet.await();
                var round = workload.run(settle, each());
                tell("round " + (i + 1) + " of " + count, workload, round);
                results.computeIfAbsent(workload.name(), name -> new ArrayList<>())
                        .add(round);
            }
        }
        return results.entrySet().stream()
                .map(entry -> new Measured(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void warmUp(Workload workload) throws InterruptedException {
        double before = 0;
        double now = 0;
        for (int i = 0; i < mostWarmUps && now >= before * A_TENTH_FASTER; i++) {
            before = now;
            var round = workload.run(Duration.ZERO, warmUp);
            tell("warm-up", workload, round);
            now = round.perSecond();
        }
    }

    private void tell(String when, Workload workload, Round round) {
        progress.say(String.format(Locale.ROOT, "  %-14s %-34s %,9.0f/s", when, workload.name(), round.perSecond()));
    }

    /** How it was measured, for a title. */
    public String describe() {
        return String.format(Locale.ROOT, "%d rounds of %.1f s", count, each().toMillis() / 1000.0);
    }
}
