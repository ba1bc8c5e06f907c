package ma.jazari.institutes.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import ma.jazari.platform.text.SearchText;

/** The names by which a record is taken for another one. */
final class RecordNames {

    private static final Set<String> TYPES = Set.of("DISPLAY", "OFFICIAL");

    private RecordNames() {}

    /** Those among the names of a record, as search sees them; of a record that was not checked, as far as it has any. */
    static Stream<String> in(JsonNode names) {
        return StreamSupport.stream(names.spliterator(), false)
                .filter(name -> TYPES.contains(name.path("type").asText()))
                .map(name -> SearchText.of(name.path("value").asText()))
                .filter(name -> !name.isEmpty())
                .distinct();
    }
}
