package ma.jazari.institutes.exporting;

import java.io.IOException;
import java.io.OutputStream;

/** One institute a line. */
final class NdjsonWriter implements ExportWriter {

    private final Utf8 out;

    NdjsonWriter(OutputStream out) {
        this.out = new Utf8(out);
    }

    @Override
    public void write(Exported institute) throws IOException {
        out.write(institute.state() + "\n");
    }

    @Override
    public void end() {
        // ends with its last line
    }
}
