package ma.jazari.platform.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import ma.jazari.platform.problem.Problem;

/**
 * The bytes of files. However large they are, a quarter of a megabyte of one is in memory at a time. A service that has
 * files makes the table {@code attachment_chunk} by a migration of its own, with {@code attachment_id}, {@code number}
 * and {@code bytes}, and beside it one of what its files are.
 */
@ApplicationScoped
public class FileBytes {

    /** How many of them are in memory at a time, and in one row. */
    public static final int CHUNK = 262_144;

    private final ChunkRepository chunks;

    FileBytes(ChunkRepository chunks) {
        this.chunks = chunks;
    }

    /** @param digest lower-case hex of the SHA-256 over the bytes */
    public record Written(long size, String digest) {}

    /**
     * Stores the bytes in the caller's transaction, which keeps its connection until they have been read: give it what is
     * here already, such as an {@link Upload}. What the file is, is stored after it.
     *
     * @throws Problem 400 if they are none, not whole or not of the type; 413 over 20,971,520 bytes. The caller's
     *     transaction is to be rolled back then
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Written write(String id, FileType type, FileWords words, InputStream body) throws IOException {
        var check = new ContentCheck(type, words);
        var digest = sha256();
        int number = 0;
        for (var piece = body.readNBytes(CHUNK); piece.length > 0; piece = body.readNBytes(CHUNK)) {
            check.next(piece);
            digest.update(piece);
            chunks.add(id, number, piece);
            number++;
        }
        check.end();
        return new Written(check.size(), HexFormat.of().formatHex(digest.digest()));
    }

    /**
     * Reads the bytes of the file. Takes a connection for each piece, so that none waits with a slow reader; what never
     * changes needs no transaction.
     */
    public void read(String id, OutputStream to) throws IOException {
        int number = 0;
        for (var piece = chunks.find(id, number); piece.isPresent(); piece = chunks.find(id, number)) {
            to.write(piece.get());
            number++;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
