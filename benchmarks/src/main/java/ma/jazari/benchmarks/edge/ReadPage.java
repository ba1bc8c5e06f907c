package ma.jazari.benchmarks.edge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import ma.jazari.benchmarks.BenchmarkException;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of a page of the change feed has to know of it.
 *
 * @param items how many changes it has
 * @param next where the next page begins; null where there is nothing more
 * @param resume where to go on from later
 */
record ReadPage(int items, @Nullable String next, @Nullable String resume) {

    private static final JsonFactory JSON = new JsonFactory();

    static ReadPage of(byte[] json) {
        try (var parser = JSON.createParser(json)) {
            return read(parser);
        } catch (IOException failure) {
            throw new BenchmarkException("A page of the change feed is no JSON: " + failure.getMessage(), failure);
        }
    }

    /** Passes over the changes, so that reading takes little from what is measured. */
    private static ReadPage read(JsonParser parser) throws IOException {
        int items = 0;
        String next = null;
        String resume = null;
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "items" -> items = count(parser);
                case "nextCursor" -> next = parser.getText();
                case "resumeCursor" -> resume = parser.getText();
                default -> parser.skipChildren();
            }
        }
        return new ReadPage(items, next, resume);
    }

    private static int count(JsonParser parser) throws IOException {
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
            count++;
        }
        return count;
    }
}
