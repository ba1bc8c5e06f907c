package ma.jazari.partnerships.rorimport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import ma.jazari.platform.bulk.PhysicalLines;
import org.jspecify.annotations.Nullable;

/** A file with one record a line. */
final class LinePieces implements Pieces {

    private final PhysicalLines lines;
    private final int longest;

    LinePieces(InputStream in, int longest) {
        this.lines = new PhysicalLines(in, longest);
        this.longest = longest;
    }

    @Override
    public @Nullable Piece next() throws IOException {
        var line = lines.next();
        while (line != null && line.isBlank()) {
            line = lines.next();
        }
        return line == null ? null : piece(line);
    }

    private Piece piece(PhysicalLines.Physical line) {
        if (line.text() != null) {
            return Piece.of(line.number(), line.text().getBytes(StandardCharsets.UTF_8));
        }
        return Piece.refused(
                line.number(), line.isTooLong() ? "is longer than " + longest + " bytes" : "is not text in UTF-8");
    }
}
