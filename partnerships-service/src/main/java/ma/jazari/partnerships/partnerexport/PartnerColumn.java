package ma.jazari.partnerships.partnerexport;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import ma.jazari.platform.bulk.CsvText;

/**
 * A column of partners as CSV.
 *
 * @param value the text of the cell for a partner as it is published
 */
record PartnerColumn(String header, Function<JsonNode, String> value) {

    private static final List<PartnerColumn> ALL = List.of(
            new PartnerColumn("id", state -> text(state, "id")),
            new PartnerColumn("type", state -> text(state, "type")),
            new PartnerColumn("status", state -> text(state, "status")),
            new PartnerColumn("name", state -> displayNames(state).findFirst().orElse("")),
            new PartnerColumn("name_fr", state -> displayName(state, "fr")),
            new PartnerColumn("name_ar", state -> displayName(state, "ar")),
            new PartnerColumn("name_en", state -> displayName(state, "en")),
            new PartnerColumn("acronym", state -> list(entries(state, "names", "type", "ACRONYM"), "value")),
            new PartnerColumn("alias", state -> list(entries(state, "names", "type", "ALIAS"), "value")),
            new PartnerColumn("country", state -> text(state, "country")),
            new PartnerColumn("city", state -> text(state.path("location"), "city")),
            new PartnerColumn("address", state -> text(state.path("location"), "address")),
            new PartnerColumn("lat", state -> text(state.path("location"), "lat")),
            new PartnerColumn("lon", state -> text(state.path("location"), "lon")),
            new PartnerColumn("geonamesId", state -> text(state.path("location"), "geonamesId")),
            new PartnerColumn("website", state -> list(entries(state, "links", "type", "WEBSITE"), "url")),
            new PartnerColumn(
                    "domains", state -> CsvText.join(all(state.path("domains")).map(JsonNode::asText))),
            new PartnerColumn("ror", state -> list(entries(state, "externalIds", "scheme", "ROR"), "value")),
            new PartnerColumn("isni", state -> list(entries(state, "externalIds", "scheme", "ISNI"), "value")),
            new PartnerColumn("wikidata", state -> list(entries(state, "externalIds", "scheme", "WIKIDATA"), "value")),
            new PartnerColumn("fundref", state -> list(entries(state, "externalIds", "scheme", "FUNDREF"), "value")),
            new PartnerColumn("grid", state -> list(entries(state, "externalIds", "scheme", "GRID"), "value")),
            new PartnerColumn("successorId", state -> text(state, "successorId")),
            new PartnerColumn("sample", state -> text(state, "sample")),
            new PartnerColumn("version", state -> text(state, "version")),
            new PartnerColumn("updatedAt", state -> text(state, "updatedAt")));

    static final List<String> NAMES = ALL.stream().map(PartnerColumn::header).toList();

    private static final Set<String> NUMBERS = Set.of("lat", "lon");

    /**
     * The values of the columns.
     *
     * @param state as it is published
     */
    static List<String> row(JsonNode state) {
        return ALL.stream().map(column -> column.cell(state)).toList();
    }

    private String cell(JsonNode state) {
        var text = value.apply(state);
        // Numbers: no spreadsheet takes a minus before digits for a formula.
        return NUMBERS.contains(header) ? text : CsvText.write(text);
    }

    private static Stream<String> displayNames(JsonNode state) {
        return entries(state, "names", "type", "DISPLAY").map(name -> text(name, "value"));
    }

    private static String displayName(JsonNode state, String lang) {
        return entries(state, "names", "type", "DISPLAY")
                .filter(name -> text(name, "lang").equals(lang))
                .map(name -> text(name, "value"))
                .findFirst()
                .orElse("");
    }

    private static String list(Stream<JsonNode> entries, String property) {
        return CsvText.join(entries.map(entry -> text(entry, property)).distinct());
    }

    private static Stream<JsonNode> entries(JsonNode state, String array, String property, String value) {
        return all(state.path(array)).filter(node -> text(node, property).equals(value));
    }

    private static Stream<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String text(JsonNode node, String property) {
        return node.path(property).asText("");
    }
}
