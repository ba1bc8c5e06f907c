package ma.jazari.platform.exporting;

import java.io.IOException;
import java.io.OutputStream;

/** A format that records are exported in. */
public interface ExportFormat {

    String JSON_TYPE = "application/json";
    String NDJSON_TYPE = "application/x-ndjson";
    String CSV_TYPE = "text/csv";

    String mediaType();

    String fileName();

    /** @param cursor of the change feed that the export is true at */
    ExportWriter writer(OutputStream out, String cursor) throws IOException;
}
