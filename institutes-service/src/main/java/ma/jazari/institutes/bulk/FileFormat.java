package ma.jazari.institutes.bulk;

import java.io.IOException;
import java.io.InputStream;
import ma.jazari.platform.bulk.Limits;
import ma.jazari.platform.json.JsonBinder;

/** The formats that institutes are imported in. */
public enum FileFormat {
    NDJSON(FileFormat.NDJSON_TYPE) {
        @Override
        Lines read(InputStream in, Limits limits, JsonBinder binder) {
            return new NdjsonLines(in, limits, binder);
        }
    },
    CSV(FileFormat.CSV_TYPE) {
        @Override
        Lines read(InputStream in, Limits limits, JsonBinder binder) throws IOException {
            return new CsvLines(in, limits);
        }
    };

    public static final String NDJSON_TYPE = "application/x-ndjson";
    public static final String CSV_TYPE = "text/csv";

    private final String mediaType;

    FileFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /**
     * The lines of the file.
     *
     * @throws ma.jazari.platform.problem.Problem 400 if a header that it needs is missing or wrong
     */
    public Lines lines(InputStream in, Limits limits, JsonBinder binder) throws IOException {
        return new CountedLines(read(in, limits, binder), limits.lines());
    }

    abstract Lines read(InputStream in, Limits limits, JsonBinder binder) throws IOException;
}
