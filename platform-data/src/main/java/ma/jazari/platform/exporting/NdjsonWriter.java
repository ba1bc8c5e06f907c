package ma.jazari.platform.exporting;

import java.io.IOException;
import java.io.OutputStream;

/** One record a line. */
public final class NdjsonWriter implements ExportWriter {

    private final Utf8 out;

    public NdjsonWriter(OutputStream out) {
        this.out = new Utf8(out);
    }

    @Override
    public void write(Exported exported) throws IOException {
        out.write(exported.state() + "\n");
    }

    @Override
    public void end() {
        // ends with its last line
    }
}
