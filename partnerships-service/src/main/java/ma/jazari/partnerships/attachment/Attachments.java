package ma.jazari.partnerships.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.jazari.platform.problem.Problem;

/**
 * The files of conventions. However large they are, a quarter of a megabyte of one is in memory at a time. Who may store
 * and read which is for the caller to know.
 */
@ApplicationScoped
public class Attachments {

    private final AttachmentRepository attachments;
    private final ChunkRepository chunks;

    Attachments(AttachmentRepository attachments, ChunkRepository chunks) {
        this.attachments = attachments;
        this.chunks = chunks;
    }

    /**
     * Stores the file in the caller's transaction, which keeps its connection until the body has been read: give it one
     * that is here already, such as that of an {@link Upload}.
     *
     * @param id of version 7
     * @throws Problem 400 if the body is empty, not whole or not of the declared type; 413 over 20,971,520 bytes; 409 if
     *     the convention has 50 attachments, or would have more than 209,715,200 bytes of them; 404 if there is no
     *     convention. The caller's transaction is to be rolled back then
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Attachment store(UUID id, String conventionId, AttachmentMeta meta, InputStream body) throws IOException {
        var usage = attachments.lockUsage(conventionId).orElseThrow(() -> Problem.notFound("convention", conventionId));
        usage.checkOneMore();
        var check = new ContentCheck(meta.type());
        var digest = storeBytes(id.toString(), check, body);
        usage.checkMore(check.size());
        var attachment = attachment(id, conventionId, meta, check.size(), digest);
        attachments.add(attachment);
        return attachment;
    }

    public Optional<Attachment> find(String id) {
        return attachments.find(id);
    }

    /** All attachments of the conventions, by convention and in the order in which they came. */
    public List<Attachment> of(Collection<String> conventionIds) {
        return attachments.of(conventionIds);
    }

    /**
     * Writes the bytes of the attachment. Takes a connection for each piece, so that none waits with a slow reader; what
     * never changes needs no transaction.
     */
    public void write(String id, OutputStream to) throws IOException {
        int number = 0;
        for (var piece = chunks.find(id, number); piece.isPresent(); piece = chunks.find(id, number)) {
            to.write(piece.get());
            number++;
        }
    }

    /** Stores the bytes and returns their digest. */
    private String storeBytes(String id, ContentCheck check, InputStream body) throws IOException {
        var digest = sha256();
        int number = 0;
        for (var piece = next(body); piece.length > 0; piece = next(body)) {
            check.next(piece);
            digest.update(piece);
            chunks.add(id, number, piece);
            number++;
        }
        check.end();
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] next(InputStream body) throws IOException {
        return body.readNBytes(ChunkRepository.CHUNK);
    }

    private static Attachment attachment(UUID id, String conventionId, AttachmentMeta meta, long size, String digest) {
        return new Attachment(
                id.toString(),
                conventionId,
                meta.name(),
                meta.type().mediaType(),
                size,
                digest,
                meta.visibility(),
                meta.purpose(),
                meta.uploadedAt(),
                meta.uploadedBy());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
