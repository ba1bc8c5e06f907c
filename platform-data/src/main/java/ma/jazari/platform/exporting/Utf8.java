package ma.jazari.platform.exporting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Text on its way out. */
public final class Utf8 {

    private final OutputStream out;

    public Utf8(OutputStream out) {
        this.out = out;
    }

    public void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
