package ma.jazari.institutes.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import ma.jazari.institutes.institute.InstituteRequest;
import ma.jazari.platform.json.JsonBinder;

/** A line of JSON: the whole record, but for its contacts, which no export holds. */
record NdjsonContent(Envelope envelope, ObjectNode alone) implements Content {

    private static final String CONTACTS = "contacts";

    @Override
    public ObjectNode over(InstituteRequest stored, JsonBinder binder) {
        if (alone.hasNonNull(CONTACTS)
                || stored.contacts() == null
                || stored.contacts().isEmpty()) {
            return alone;
        }
        return alone.deepCopy().setAll(binder.tree(Map.of(CONTACTS, stored.contacts())));
    }

    @Override
    public String place(String pointer, JsonNode record) {
        return pointer;
    }
}
