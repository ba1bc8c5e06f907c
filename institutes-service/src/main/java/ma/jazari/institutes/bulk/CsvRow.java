package ma.jazari.institutes.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import ma.jazari.platform.bulk.CsvText;

/** An institute as a row of CSV, as an export writes it and an import reads it. */
public final class CsvRow {

    private CsvRow() {}

    /**
     * The values of the columns.
     *
     * @param state as it is published
     */
    public static List<String> of(JsonNode state) {
        return Arrays.stream(Column.values()).map(column -> cell(column, state)).toList();
    }

    private static String cell(Column column, JsonNode state) {
        return switch (column) {
            case CITY, ADDRESS -> CsvText.write(text(state.path("location"), column.header()));
            // Numbers: no spreadsheet takes a minus before digits for a formula.
            case LAT, LON, GEONAMES_ID -> text(state.path("location"), column.header());
            case NAME_FR -> CsvText.write(displayName(state, "fr"));
            case NAME_AR -> CsvText.write(displayName(state, "ar"));
            case NAME_EN -> CsvText.write(displayName(state, "en"));
            case ACRONYM -> list(entries(state, "names", "type", "ACRONYM").map(name -> text(name, "value")));
            case WEBSITE -> list(entries(state, "links", "type", "WEBSITE").map(link -> text(link, "url")));
            case ROR, ISNI, WIKIDATA ->
                list(entries(state, "externalIds", "scheme", column.name()).map(id -> text(id, "value")));
            case MISSIONS, FOCUS_AREAS, DOMAINS ->
                list(all(state.path(column.header())).map(JsonNode::asText));
            case ID, KIND, STATUS, PARENT_ID, REGION, HOST_PARTNER_ID, ESTABLISHED, SAMPLE ->
                CsvText.write(text(state, column.header()));
        };
    }

    private static String displayName(JsonNode state, String lang) {
        return entries(state, "names", "type", "DISPLAY")
                .filter(name -> text(name, "lang").equals(lang))
                .map(name -> text(name, "value"))
                .findFirst()
                .orElse("");
    }

    private static String list(Stream<String> values) {
        return CsvText.write(CsvText.join(values.distinct()));
    }

    private static Stream<JsonNode> entries(JsonNode state, String array, String name, String value) {
        return all(state.path(array)).filter(node -> text(node, name).equals(value));
    }

    private static Stream<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText("");
    }
}
