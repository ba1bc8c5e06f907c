package ma.jazari.partnerships.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Writes on, and says how much and what it was. */
final class MeasuredOutput extends OutputStream {

    private final OutputStream to;
    private final MessageDigest digest = newDigest();
    private long size;

    MeasuredOutput(OutputStream to) {
        this.to = to;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        to.write(bytes, from, length);
        digest.update(bytes, from, length);
        size += length;
    }

    long size() {
        return size;
    }

    /** Of all that was written, in lower-case hex. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
