package ma.jazari.benchmarks.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import ma.jazari.benchmarks.BenchmarkException;

/**
 * What was measured of a programme.
 *
 * @param programme whose progress is asked for
 * @param parts of it, to which institutes report
 * @param asOf when so many of the measurements were there
 * @param atThatTime how many
 */
record Figures(FigurePlan plan, String programme, List<String> parts, Instant asOf, int atThatTime) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Figures {
        parts = List.copyOf(parts);
    }

    /** The programmes as a text that the database reads as an array. */
    String programmes() {
        return "{" + programme + "," + String.join(",", parts) + "}";
    }

    /** The query for the progress of that time. */
    String past() {
        return "&asOf=" + asOf;
    }

    /** @throws BenchmarkException unless the answer counts so many measurements, and adds them up to that */
    static void check(byte[] answer, long count, BigDecimal sum) {
        var indicator = tree(answer).path("indicators").path(0);
        var total = indicator.path("total").asText("0");
        if (indicator.path("measurements").asLong(-1) != count || new BigDecimal(total).compareTo(sum) != 0) {
            throw new BenchmarkException("The progress is " + total + " from " + indicator.path("measurements")
                    + " measurements instead of " + sum + " from " + count + ".");
        }
    }

    private static JsonNode tree(byte[] answer) {
        try {
            return JSON.readTree(answer);
        } catch (IOException failure) {
            throw new BenchmarkException("The progress is no JSON: " + failure.getMessage(), failure);
        }
    }
}
