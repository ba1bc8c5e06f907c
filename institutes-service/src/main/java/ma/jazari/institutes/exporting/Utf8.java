package ma.jazari.institutes.exporting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Text on its way out. */
final class Utf8 {

    private final OutputStream out;

    Utf8(OutputStream out) {
        this.out = out;
    }

    void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
