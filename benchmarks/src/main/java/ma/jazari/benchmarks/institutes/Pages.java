package ma.jazari.benchmarks.institutes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.load.Call;
import ma.jazari.benchmarks.load.HttpLoad;

/** Pages of the list of all institutes. */
record Pages(HttpLoad http, URI institutes) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int USUAL = 20;
    private static final int LARGEST = 200;
    private static final int DEEP = 1000;

    /**
     * A page far from the first.
     *
     * @param number from 1
     */
    record Deep(int number, URI address) {}

    URI first() {
        return address("limit=" + USUAL);
    }

    /** The thousandth page, or the last full one where there are fewer; empty where the first is the only one. */
    Optional<Deep> deep() throws InterruptedException {
        var total = read(address("limit=1&total=true")).path("total").asLong();
        int number = (int) Math.min(DEEP, total / USUAL);
        if (number < 2) {
            return Optional.empty();
        }
        var cursor = cursorAfter((number - 1) * USUAL);
        return Optional.of(new Deep(number, address("limit=" + USUAL + "&cursor=" + encoded(cursor))));
    }

    /** The place after so many institutes, found in large steps. */
    private String cursorAfter(int count) throws InterruptedException {
        var cursor = "";
        for (int passed = 0; passed < count; ) {
            int step = Math.min(LARGEST, count - passed);
            var place = cursor.isEmpty() ? "" : "&cursor=" + encoded(cursor);
            cursor = read(address("fields=id&limit=" + step + place))
                    .path("nextCursor")
                    .asText();
            if (cursor.isEmpty()) {
                throw new BenchmarkException("The list ended after fewer than " + count + " institutes.");
            }
            passed += step;
        }
        return cursor;
    }

    private URI address(String query) {
        return URI.create(institutes + "?" + query);
    }

    private JsonNode read(URI page) throws InterruptedException {
        try {
            return JSON.readTree(
                    HttpLoad.await(http.send(Call.get(page)), Duration.ZERO).getBytes());
        } catch (IOException failure) {
            throw new BenchmarkException("An answer is no JSON: " + failure.getMessage(), failure);
        }
    }

    /** A text as the value of a query parameter. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
