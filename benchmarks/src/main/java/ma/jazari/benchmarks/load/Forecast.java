package ma.jazari.benchmarks.load;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How much a workload will use up in a round, so that there is enough before it begins. */
public final class Forecast {

    /** How much faster than ever seen a round may be: after a warm-up, much. */
    private static final double MARGIN = 2;

    private static final double NANOS_A_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final double firstGuess;
    private double fastest;

    /** @param firstGuess what it does in a second, as long as it was not seen */
    public Forecast(double firstGuess) {
        this.firstGuess = firstGuess;
    }

    /** Learns from a round, and hands it on. */
    public Round seen(Round round) {
        fastest = Math.max(fastest, round.perSecond());
        return round;
    }

    /** More than it can do in that time. */
    public int most(Duration time) {
        double perSecond = fastest > 0 ? fastest : firstGuess;
        return (int) Math.ceil(MARGIN * perSecond * time.toNanos() / NANOS_A_SECOND);
    }
}
