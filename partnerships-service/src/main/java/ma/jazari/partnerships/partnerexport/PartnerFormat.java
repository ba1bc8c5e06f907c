package ma.jazari.partnerships.partnerexport;

import java.io.IOException;
import java.io.OutputStream;
import ma.jazari.platform.exporting.ExportFormat;
import ma.jazari.platform.exporting.ExportWriter;
import ma.jazari.platform.exporting.JsonWriter;
import ma.jazari.platform.exporting.NdjsonWriter;

/** The formats that partners are exported in. */
enum PartnerFormat implements ExportFormat {
    JSON(ExportFormat.JSON_TYPE, "partners.json") {
        @Override
        public ExportWriter writer(OutputStream out, String cursor) throws IOException {
            return new JsonWriter(out, cursor);
        }
    },
    NDJSON(ExportFormat.NDJSON_TYPE, "partners.ndjson") {
        @Override
        public ExportWriter writer(OutputStream out, String cursor) {
            return new NdjsonWriter(out);
        }
    },
    CSV(ExportFormat.CSV_TYPE, "partners.csv") {
        @Override
        public ExportWriter writer(OutputStream out, String cursor) throws IOException {
            return new PartnerCsvWriter(out);
        }
    };

    private final String mediaType;
    private final String fileName;

    PartnerFormat(String mediaType, String fileName) {
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
