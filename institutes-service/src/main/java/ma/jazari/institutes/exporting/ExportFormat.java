package ma.jazari.institutes.exporting;

import java.io.IOException;
import java.io.OutputStream;

/** The formats that institutes are exported in. */
enum ExportFormat {
    JSON(ExportFormat.JSON_TYPE, "institutes.json") {
        @Override
        ExportWriter writer(OutputStream out, String cursor) throws IOException {
            return new JsonWriter(out, cursor);
        }
    },
    NDJSON(ExportFormat.NDJSON_TYPE, "institutes.ndjson") {
        @Override
        ExportWriter writer(OutputStream out, String cursor) {
            return new NdjsonWriter(out);
        }
    },
    CSV(ExportFormat.CSV_TYPE, "institutes.csv") {
        @Override
        ExportWriter writer(OutputStream out, String cursor) throws IOException {
            return new CsvWriter(out);
        }
    },
    GEOJSON(ExportFormat.GEOJSON_TYPE, "institutes.geojson") {
        @Override
        ExportWriter writer(OutputStream out, String cursor) throws IOException {
            return new GeoJsonWriter(out, cursor);
        }
    };

    static final String JSON_TYPE = "application/json";
    static final String NDJSON_TYPE = "application/x-ndjson";
    static final String CSV_TYPE = "text/csv";
    static final String GEOJSON_TYPE = "application/geo+json";

    private final String mediaType;
    private final String fileName;

    ExportFormat(String mediaType, String fileName) {
        this.mediaType = mediaType;
        this.fileName = fileName;
    }

    String mediaType() {
        return mediaType;
    }

    String fileName() {
        return fileName;
    }

    abstract ExportWriter writer(OutputStream out, String cursor) throws IOException;
}
