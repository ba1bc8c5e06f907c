package ma.jazari.partnerships.rorimport;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import ma.jazari.platform.bulk.Body;
import ma.jazari.platform.bulk.BodyRefused;
import ma.jazari.platform.bulk.Limits;

/**
 * A file of ROR records: one array, or one record a line, alone or in a zip as ROR publishes it. Which of the two it is, its
 * first character says.
 */
final class RorFile {

    static final String JSON_TYPE = "application/json";
    static final String NDJSON_TYPE = "application/x-ndjson";
    static final String ZIP_TYPE = "application/zip";

    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";
    /** How much may stand before the first record. */
    private static final int LOOK = 1024;

    private final Body body;
    private final Pieces pieces;

    private RorFile(Body body, Pieces pieces) {
        this.body = body;
        this.pieces = pieces;
    }

    /**
     * How a file comes.
     *
     * @param gzip whether all of it is compressed
     * @param zip whether it is in a zip
     */
    record Upload(InputStream body, boolean gzip, boolean zip) {}

    /** @throws BodyRefused if it is not as it says, or the zip holds no records */
    static RorFile open(Upload upload, Limits limits, long ratio) throws IOException {
        var bounds = new Body.Bounds(limits.bytes(), ratio);
        var raw = upload.gzip() ? Body.gzip(upload.body(), bounds) : Body.plain(upload.body(), bounds);
        var body = upload.zip() ? Body.zip(raw, bounds, RorFile::holdsRecords) : raw;
        return new RorFile(body, new CountedPieces(pieces(body, limits.lineBytes()), limits.lines()));
    }

    /** A dump came in schema 1 and in schema 2 for a while, in one zip; the one in schema 2 says so in its name. */
    private static boolean holdsRecords(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        var file = lower.substring(lower.lastIndexOf('/') + 1);
        boolean isText = file.endsWith(".json") || file.endsWith(".ndjson") || file.endsWith(".jsonl");
        return isText && !file.startsWith(".") && (!file.startsWith("v1.") || file.contains("schema_v2"));
    }

    private static Pieces pieces(Body body, int longest) throws IOException {
        var in = new PushbackInputStream(body, LOOK + 1);
        var begun = new byte[LOOK + 1];
        int length = 0;
        int next = in.read();
        while (next >= 0 && length < LOOK && isBefore(next)) {
            begun[length++] = (byte) next;
            next = in.read();
        }
        if (next == '[') {
            return new ArrayPieces(in, longest);
        }
        if (next >= 0) {
            begun[length++] = (byte) next;
        }
        in.unread(begun, 0, length);
        return new LinePieces(in, longest);
    }

    /** White space, and the bytes of a byte order mark. */
    private static boolean isBefore(int next) {
        return next <= ' ' || BYTE_ORDER_MARK.indexOf(next) >= 0;
    }

    Pieces pieces() {
        return pieces;
    }

    /** Throws away what is left of it, so that the answer reaches a client that is still sending. */
    void discardRest() throws IOException {
        body.discardRest();
    }
}
