package ma.jazari.partnerships.partnerexport;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import ma.jazari.platform.changelog.Canonical;
import ma.jazari.platform.exporting.ExportWriter;
import ma.jazari.platform.exporting.Exported;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The columns of partners, with a header. */
final class PartnerCsvWriter implements ExportWriter {

    private final CSVPrinter printer;

    PartnerCsvWriter(OutputStream out) throws IOException {
        this.printer = new CSVPrinter(
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), CSVFormat.RFC4180);
        printer.printRecord(PartnerColumn.NAMES);
    }

    @Override
    public void write(Exported partner) throws IOException {
        printer.printRecord(PartnerColumn.row(Canonical.object(partner.state())));
    }

    @Override
    public void end() throws IOException {
        printer.flush();
    }
}
