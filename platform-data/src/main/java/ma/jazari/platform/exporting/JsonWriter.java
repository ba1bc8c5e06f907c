package ma.jazari.platform.exporting;

import java.io.IOException;
import java.io.OutputStream;

/** {@code {"cursor": "...", "items": [...]}}. */
public final class JsonWriter implements ExportWriter {

    private final Utf8 out;
    private String separator = "\n";

    public JsonWriter(OutputStream out, String cursor) throws IOException {
        this.out = new Utf8(out);
        this.out.write("{\"cursor\":\"" + cursor + "\",\"items\":[");
    }

    @Override
    public void write(Exported exported) throws IOException {
        out.write(separator + exported.state());
        separator = ",\n";
    }

    @Override
    public void end() throws IOException {
        out.write("]}\n");
    }
}
