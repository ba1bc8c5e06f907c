package ma.jazari.institutes.exporting;

import java.io.IOException;

/** Writes institutes in one format, each as it comes. */
interface ExportWriter {

    void write(Exported institute) throws IOException;

    /** What comes after the last one. */
    void end() throws IOException;
}
