package ma.jazari.institutes.exporting;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import ma.jazari.institutes.bulk.Column;
import ma.jazari.institutes.bulk.CsvRow;
import ma.jazari.platform.changelog.Canonical;
import ma.jazari.platform.exporting.ExportWriter;
import ma.jazari.platform.exporting.Exported;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The columns that an import reads, with a header. */
final class CsvWriter implements ExportWriter {

    private final CSVPrinter printer;

    CsvWriter(OutputStream out) throws IOException {
        this.printer = new CSVPrinter(
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), CSVFormat.RFC4180);
        printer.printRecord(Column.NAMES);
    }

    @Override
    public void write(Exported institute) throws IOException {
        printer.printRecord(CsvRow.of(Canonical.object(institute.state())));
    }

    @Override
    public void end() throws IOException {
        printer.flush();
    }
}
