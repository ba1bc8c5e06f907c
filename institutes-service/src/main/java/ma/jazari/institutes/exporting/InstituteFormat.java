package ma.jazari.institutes.exporting;

import java.io.IOException;
import java.io.OutputStream;
import ma.jazari.platform.exporting.ExportFormat;
import ma.jazari.platform.exporting.ExportWriter;
import ma.jazari.platform.exporting.JsonWriter;
import ma.jazari.platform.exporting.NdjsonWriter;

/** The formats that institutes are exported in. */
enum InstituteFormat implements ExportFormat {
    JSON(ExportFormat.JSON_TYPE, "institutes.json") {
        @Override
        public ExportWriter writer(OutputStream out, String cursor) throws IOException {
            return new JsonWriter(out, cursor);
        }
    },
    NDJSON(ExportFormat.NDJSON_TYPE, "institutes.ndjson") {
        @Override
        public ExportWriter writer(OutputStream out, String cursor) {
            return new NdjsonWriter(out);
        }
    },
    CSV(ExportFormat.CSV_TYPE, "institutes.csv") {
        @Override
        public ExportWriter writer(OutputStream out, String cursor) throws IOException {
            return new CsvWriter(out);
        }
    },
    GEOJSON(InstituteFormat.GEOJSON_TYPE, "institutes.geojson") {
        @Override
        public ExportWriter writer(OutputStream out, String cursor) throws IOException {
            return new GeoJsonWriter(out, cursor);
        }
    };

    static final String GEOJSON_TYPE = "application/geo+json";

    private final String mediaType;
    private final String fileName;

    InstituteFormat(String mediaType, String fileName) {
        this.mediaType = mediaType;
        this.fileName = fileName;
    }

    @Override
    public String mediaType() {
        return mediaType;
    }

    @Override
    public String fileName() {
        return fileName;
    }
}
