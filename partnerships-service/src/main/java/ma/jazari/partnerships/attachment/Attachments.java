package ma.jazari.partnerships.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.jazari.platform.file.FileBytes;
import ma.jazari.platform.file.FileBytes.Written;
import ma.jazari.platform.file.FileWords;
import ma.jazari.platform.problem.Problem;

/** The files of conventions. Who may store and read which is for the caller to know. */
@ApplicationScoped
public class Attachments {

    public static final FileWords WORDS = new FileWords("an attachment", "attachments", "a convention");

    private final AttachmentRepository attachments;
    private final FileBytes bytes;

    Attachments(AttachmentRepository attachments, FileBytes bytes) {
        this.attachments = attachments;
        this.bytes = bytes;
    }

    /**
     * Stores the file in the caller's transaction, which keeps its connection until the body has been read: give it one
     * that is here already, such as that of an {@link ma.jazari.platform.file.Upload}.
     *
     * @param id of version 7
     * @throws Problem 400 if the body is empty, not whole or not of the declared type; 413 over 20,971,520 bytes; 409 if
     *     the convention has 50 attachments, or would have more than 209,715,200 bytes of them; 404 if there is no
     *     convention. The caller's transaction is to be rolled back then
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Attachment store(UUID id, String conventionId, AttachmentMeta meta, InputStream body) throws IOException {
        var usage = attachments.lockUsage(conventionId).orElseThrow(() -> Problem.notFound("convention", conventionId));
        usage.checkOneMore(WORDS);
        var written = bytes.write(id.toString(), meta.type(), WORDS, body);
        usage.checkMore(written.size(), WORDS);
        var attachment = attachment(id, conventionId, meta, written);
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

    /** Writes the bytes of the attachment. */
    public void write(String id, OutputStream to) throws IOException {
        bytes.read(id, to);
    }

    private static Attachment attachment(UUID id, String conventionId, AttachmentMeta meta, Written written) {
        return new Attachment(
                id.toString(),
                conventionId,
                meta.name(),
                meta.type().mediaType(),
                written.size(),
                written.digest(),
                meta.visibility(),
                meta.purpose(),
                meta.uploadedAt(),
                meta.uploadedBy());
    }
}
