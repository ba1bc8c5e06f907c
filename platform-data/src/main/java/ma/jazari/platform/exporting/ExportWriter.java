package ma.jazari.platform.exporting;

import java.io.IOException;

/** Writes records in one format, each as it comes. */
public interface ExportWriter {

    void write(Exported exported) throws IOException;

    /** What comes after the last one. */
    void end() throws IOException;
}
