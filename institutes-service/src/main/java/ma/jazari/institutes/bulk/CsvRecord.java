package ma.jazari.institutes.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import ma.jazari.platform.bulk.CsvText;
import ma.jazari.platform.record.ExternalId.Scheme;
import ma.jazari.platform.record.ExternalIds;
import org.jspecify.annotations.Nullable;

/** Lays the cells of a CSV record over an institute. Entries that a cell names again stay as they are, in their place. */
final class CsvRecord {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,3}(\\.\\d{1,20})?([eE]-?\\d{1,3})?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");
    private static final Map<String, Column> NAMES =
            Map.of("fr", Column.NAME_FR, "ar", Column.NAME_AR, "en", Column.NAME_EN);
    private static final Map<Scheme, Column> EXTERNAL_IDS =
            Map.of(Scheme.ROR, Column.ROR, Scheme.ISNI, Column.ISNI, Scheme.WIKIDATA, Column.WIKIDATA);

    private final Map<Column, String> cells;
    private final ObjectNode record;

    private CsvRecord(Map<Column, String> cells, ObjectNode record) {
        this.cells = cells;
        this.record = record;
    }

    static ObjectNode over(Map<Column, String> cells, ObjectNode stored) {
        var csv = new CsvRecord(cells, stored);
        csv.scalars();
        csv.lists();
        csv.place();
        Stream.of("fr", "ar", "en").forEach(csv::displayName);
        csv.acronyms();
        csv.links();
        Stream.of(Scheme.ROR, Scheme.ISNI, Scheme.WIKIDATA).forEach(csv::externalIds);
        return csv.record;
    }

    static void set(ObjectNode object, String name, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            object.put(name, text);
        } else {
            object.remove(name);
        }
    }

    private void scalars() {
        for (var column :
                List.of(Column.KIND, Column.PARENT_ID, Column.REGION, Column.HOST_PARTNER_ID, Column.ESTABLISHED)) {
            cell(column).ifPresent(text -> set(record, column.header(), text));
        }
        cell(Column.SAMPLE).ifPresent(text -> {
            if (text.equals("true") || text.equals("false")) {
                record.put("sample", text.equals("true"));
            } else {
                set(record, "sample", text);
            }
        });
    }

    private void lists() {
        for (var column : List.of(Column.MISSIONS, Column.FOCUS_AREAS, Column.DOMAINS)) {
            cell(column).ifPresent(text -> {
                var array = record.putArray(column.header());
                CsvText.split(text).forEach(array::add);
            });
        }
    }

    private void place() {
        var location = record.get("location") instanceof ObjectNode object ? object : record.objectNode();
        cell(Column.CITY).ifPresent(text -> set(location, "city", text));
        cell(Column.ADDRESS).ifPresent(text -> set(location, "address", text));
        cell(Column.LAT).ifPresent(text -> location.set("lat", number(text, DECIMAL)));
        cell(Column.LON).ifPresent(text -> location.set("lon", number(text, DECIMAL)));
        cell(Column.GEONAMES_ID).ifPresent(text -> location.set("geonamesId", number(text, WHOLE)));
        if (StreamSupport.stream(location.spliterator(), false).allMatch(JsonNode::isNull)) {
            record.remove("location");
        } else {
            record.set("location", location);
        }
    }

    /** What is no number stays text, for the binder to refuse. */
    private static JsonNode number(String text, Pattern form) {
        var nodes = JsonNodeFactory.instance;
        if (text.isEmpty()) {
            return nodes.nullNode();
        }
        if (!form.matcher(text).matches()) {
            return nodes.textNode(text);
        }
        return form.equals(WHOLE) ? nodes.numberNode(Long.parseLong(text)) : nodes.numberNode(Double.parseDouble(text));
    }

    private void displayName(String lang) {
        cell(NAMES.getOrDefault(lang, Column.NAME_FR)).ifPresent(text -> {
            var values = text.isEmpty() ? List.<String>of() : List.of(text);
            replace(
                    "names",
                    name -> is(name, "type", "DISPLAY") && is(name, "lang", lang),
                    values,
                    value -> record.objectNode()
                            .put("value", value)
                            .put("lang", lang)
                            .put("type", "DISPLAY"));
        });
    }

    private void acronyms() {
        cell(Column.ACRONYM)
                .ifPresent(text -> replace(
                        "names", name -> is(name, "type", "ACRONYM"), CsvText.split(text), value -> record.objectNode()
                                .put("value", value)
                                .put("lang", acronymLanguage())
                                .put("type", "ACRONYM")));
    }

    private String acronymLanguage() {
        return Stream.of("fr", "ar", "en")
                .filter(lang -> cell(NAMES.getOrDefault(lang, Column.NAME_FR))
                        .filter(name -> !name.isEmpty())
                        .isPresent())
                .findFirst()
                .orElse("fr");
    }

    private void links() {
        cell(Column.WEBSITE)
                .ifPresent(text -> replace(
                        "links", link -> is(link, "type", "WEBSITE"), CsvText.split(text), value -> record.objectNode()
                                .put("type", "WEBSITE")
                                .put("url", value)));
    }

    private void externalIds(Scheme scheme) {
        cell(EXTERNAL_IDS.getOrDefault(scheme, Column.ROR)).ifPresent(text -> {
            var values = CsvText.split(text).stream()
                    .map(value -> ExternalIds.canonical(scheme, value).orElse(value))
                    .toList();
            replace("externalIds", id -> is(id, "scheme", scheme.name()), values, value -> record.objectNode()
                    .put("scheme", scheme.name())
                    .put("value", value));
        });
    }

    private interface Entry {
        ObjectNode of(String value);
    }

    /** Makes the entries of one kind those with the values; others are not touched. */
    private void replace(String array, Predicate<JsonNode> ofTheKind, List<String> values, Entry entry) {
        var missing = new ArrayList<>(values);
        var kept = record.arrayNode();
        entries(array).forEach(node -> {
            var value = node.path(node.has("url") ? "url" : "value").asText();
            if (!ofTheKind.test(node)) {
                kept.add(node);
            } else if (values.contains(value)) {
                kept.add(node);
                missing.remove(value);
            }
        });
        missing.forEach(value -> kept.add(entry.of(value)));
        record.set(array, kept);
    }

    private Iterable<JsonNode> entries(String array) {
        return record.get(array) instanceof ArrayNode entries ? entries : List.of();
    }

    private static boolean is(JsonNode node, String name, String value) {
        return node.path(name).asText().equals(value);
    }

    /** What the file says in the column; empty if it does not have the column. */
    private Optional<String> cell(Column column) {
        return Optional.ofNullable(cells.get(column));
    }
}
