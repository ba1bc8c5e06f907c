package ma.jazari.institutes.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import ma.jazari.institutes.institute.InstituteKeys;
import ma.jazari.institutes.institute.InstituteKeys.Key;
import ma.jazari.platform.record.ExternalId;
import ma.jazari.platform.record.ExternalId.Scheme;
import ma.jazari.platform.text.WrittenText;

/** What names the record of a line elsewhere: its domains and its ids in other registries. */
final class LineKeys {

    private LineKeys() {}

    /** The keys in a record that was not checked, as far as it has any; in the name of the line. */
    static Collection<Key> of(String line, JsonNode record) {
        var domains = elements(record.path("domains"))
                .map(LineKeys::text)
                .filter(LineKeys::canBeKey)
                .toList();
        var externalIds = elements(record.path("externalIds"))
                .flatMap(id -> externalId(id).stream())
                .toList();
        return InstituteKeys.of(line, domains, externalIds);
    }

    /** Where in the record the key stands. */
    static String pointer(JsonNode record, String kind, String value) {
        return Stream.concat(
                        pointers(record, "domains")
                                .filter(p -> text(record.at(p)).equals(value)),
                        pointers(record, "externalIds").filter(p -> externalId(record.at(p))
                                .filter(id -> id.scheme().name().equals(kind)
                                        && id.value().equals(value))
                                .isPresent()))
                .findFirst()
                .orElse("/externalIds");
    }

    private static Stream<String> pointers(JsonNode record, String array) {
        return Stream.iterate(0, i -> i < record.path(array).size(), i -> i + 1).map(i -> "/" + array + "/" + i);
    }

    private static Optional<ExternalId> externalId(JsonNode id) {
        return Arrays.stream(Scheme.values())
                .filter(scheme -> scheme.name().equals(id.path("scheme").asText()))
                .findFirst()
                .filter(scheme -> canBeKey(text(id.path("value"))))
                .map(scheme -> new ExternalId(scheme, text(id.path("value")), null));
    }

    /** As the record is read later. */
    private static String text(JsonNode value) {
        return WrittenText.of(value.asText());
    }

    /** What has a control character is refused as a value, and the database is not asked for it. */
    private static boolean canBeKey(String text) {
        return !WrittenText.hasControl(text);
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
