package ma.jazari.institutes.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ma.jazari.institutes.institute.InstituteRequest;
import ma.jazari.platform.json.JsonBinder;

/** What a line says of an institute, in the shape of an {@link InstituteRequest}; not checked yet. */
public interface Content {

    /** What names the record, and what the line takes for its state. */
    Envelope envelope();

    /** The record, if there is nothing but the line. */
    ObjectNode alone();

    /** The record, if it is stored already: what the line cannot say of it stays as it is. */
    ObjectNode over(InstituteRequest stored, JsonBinder binder);

    /** A place in the record, in the terms of the file. */
    String place(String pointer, JsonNode record);
}
