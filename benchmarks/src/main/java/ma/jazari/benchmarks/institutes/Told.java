package ma.jazari.benchmarks.institutes;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import ma.jazari.benchmarks.Progress;

/** Tells now and then how much of something was taken. */
record Told(Progress progress, Duration every) {

    private static final int WHOLE = 100;

    <T> Iterable<T> of(List<T> all) {
        return () -> new Iterator<>() {
            private final Iterator<T> rest = all.iterator();
            private Duration next = progress.elapsed().plus(every);
            private int taken;

            @Override
            public boolean hasNext() {
                return rest.hasNext();
            }

            @Override
            public T next() {
                taken++;
                if (progress.elapsed().compareTo(next) > 0) {
                    next = progress.elapsed().plus(every);
                    progress.say(String.format(Locale.ROOT, "  %d%% was taken", taken * WHOLE / all.size()));
                }
                return rest.next();
            }
        };
    }
}
