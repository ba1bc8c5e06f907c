package ma.jazari.benchmarks.stack;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests for new institutes, each with names of its own, like the samples in what they hold. */
public final class InstituteDrafts {

    private static final long FOUR_LETTERS = 36L * 36 * 36 * 36;
    private static final String REQUEST =
            """
            {"kind": "INSTITUTE", "sample": true,
             "names": [{"value": "Banc d'essai %1$s", "lang": "fr", "type": "DISPLAY"},
                       {"value": "منصة اختبار %1$s", "lang": "ar", "type": "DISPLAY"},
                       {"value": "Test Bench %1$s", "lang": "en", "type": "DISPLAY"}],
             "missions": ["RESEARCH", "TRAINING"], "focusAreas": ["health", "arabic-nlp"],
             "region": "MA-03", "location": {"city": "Fès", "lat": 34.0331, "lon": -5.0003}}
            """;

    private final String run = String.format(
                    Locale.ROOT, "%4s", Long.toString(System.currentTimeMillis() % FOUR_LETTERS, 36))
            .replace(' ', '0');
    private final AtomicInteger count = new AtomicInteger();

    /** The number that the next names carry: letters of this run and six digits. */
    public String nextNumber() {
        return String.format(Locale.ROOT, "%s%06d", run, count.incrementAndGet());
    }

    public String next() {
        return request(nextNumber());
    }

    public static String request(String number) {
        return REQUEST.formatted(number);
    }
}
