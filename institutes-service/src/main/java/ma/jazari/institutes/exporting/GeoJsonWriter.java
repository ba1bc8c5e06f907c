package ma.jazari.institutes.exporting;

import java.io.IOException;
import java.io.OutputStream;
import ma.jazari.platform.exporting.ExportWriter;
import ma.jazari.platform.exporting.Exported;
import ma.jazari.platform.exporting.Utf8;

/** A FeatureCollection (RFC 7946) with the cursor as a foreign member; no coordinates, no geometry. */
final class GeoJsonWriter implements ExportWriter {

    private final Utf8 out;
    private String separator = "\n";

    GeoJsonWriter(OutputStream out, String cursor) throws IOException {
        this.out = new Utf8(out);
        this.out.write("{\"type\":\"FeatureCollection\",\"cursor\":\"" + cursor + "\",\"features\":[");
    }

    @Override
    public void write(Exported institute) throws IOException {
        out.write(separator + "{\"type\":\"Feature\",\"id\":\"" + institute.id() + "\",\"geometry\":"
                + geometry(institute) + ",\"properties\":" + institute.state() + "}");
        separator = ",\n";
    }

    private static String geometry(Exported institute) {
        return institute.lat() == null || institute.lon() == null
                ? "null"
                : "{\"type\":\"Point\",\"coordinates\":[" + institute.lon() + "," + institute.lat() + "]}";
    }

    @Override
    public void end() throws IOException {
        out.write("]}\n");
    }
}
