package ma.jazari.institutes.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import ma.jazari.institutes.institute.InstituteRequest;
import ma.jazari.platform.json.JsonBinder;
import ma.jazari.platform.problem.Violations;

/** A record of CSV. Its columns replace what they can express; what no column of the file can express stays. */
record CsvContent(Envelope envelope, ObjectNode alone, Map<Column, String> cells) implements Content {

    private static final Map<String, Column> OF_NAME =
            Map.of("fr", Column.NAME_FR, "ar", Column.NAME_AR, "en", Column.NAME_EN);
    private static final Pattern STEP = Pattern.compile("/");

    static CsvContent of(Map<Column, String> cells, Violations violations) {
        var record = CsvRecord.over(cells, JsonNodeFactory.instance.objectNode());
        var head = JsonNodeFactory.instance.objectNode();
        CsvRecord.set(head, "id", cells.get(Column.ID));
        CsvRecord.set(head, "status", cells.get(Column.STATUS));
        var found = new Violations();
        var envelope = Envelope.takeFrom(head, found);
        found.all().forEach(v -> violations.add(v.pointer().substring(1), v.detail()));
        return new CsvContent(envelope, record, cells);
    }

    @Override
    public ObjectNode over(InstituteRequest stored, JsonBinder binder) {
        return CsvRecord.over(cells, binder.tree(stored));
    }

    /** The column that the place in the record came from. */
    @Override
    public String place(String pointer, JsonNode record) {
        var steps = STEP.split(pointer, -1);
        if (steps.length < 2) {
            return pointer;
        }
        var item = steps.length > 2 ? record.at("/" + steps[1] + "/" + steps[2]) : MissingNode.getInstance();
        return switch (steps[1]) {
            case "names" -> nameColumn(item);
            case "location" -> steps.length > 2 ? steps[2] : steps[1];
            case "links" -> Column.WEBSITE.header();
            case "externalIds" -> item.path("scheme").asText(steps[1]).toLowerCase(Locale.ROOT);
            default -> steps[1];
        };
    }

    private static String nameColumn(JsonNode name) {
        if (name.path("type").asText().equals("ACRONYM")) {
            return Column.ACRONYM.header();
        }
        return OF_NAME.getOrDefault(name.path("lang").asText(), Column.NAME_FR).header();
    }
}
