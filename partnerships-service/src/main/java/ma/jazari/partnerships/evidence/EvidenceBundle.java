package ma.jazari.partnerships.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.attachment.Attachments;
import ma.jazari.partnerships.partykey.PublishedKey;
import org.jspecify.annotations.Nullable;

/** Evidence as a zip. It is written while it is made: no file of it, however large, is in memory as a whole. */
@ApplicationScoped
class EvidenceBundle {

    private static final String CANONICAL_FORM = "canonical-form.json";

    private final VisibleHistory history;
    private final Attachments attachments;
    private final Documents documents;
    private final ObjectWriter json;

    EvidenceBundle(VisibleHistory history, Attachments attachments, Documents documents, ObjectMapper mapper) {
        this.history = history;
        this.attachments = attachments;
        this.documents = documents;
        this.json = mapper.writerWithDefaultPrettyPrinter();
    }

    /** Writes the bundle. The manifest is its last file; what has none is not whole. */
    void write(Evidence evidence, OutputStream to) throws IOException {
        var archive = new Archive(to, evidence.generatedAt());
        writeText(evidence, archive);
        writeSignatures(evidence, archive);
        writeAttachments(evidence, archive);
        var versions = writeHistory(evidence, archive);
        archive.add("README.md", documents.readme(evidence, versions));
        archive.add("verify.py", documents.verification());
        archive.add("manifest.json", json(Manifest.of(evidence, versions, archive.files())));
        archive.end();
    }

    private void writeText(Evidence evidence, Archive archive) throws IOException {
        archive.add(CANONICAL_FORM, evidence.canonicalForm());
        // As sha256sum -c reads it.
        archive.add("digest.txt", evidence.revision().digest().value() + "  " + CANONICAL_FORM + "\n");
        archive.add("convention.json", json(evidence.convention()));
        archive.add("approvals.json", json(evidence.revision().approvals()));
        archive.add("signatures.json", json(evidence.revision().signatures()));
    }

    private void writeSignatures(Evidence evidence, Archive archive) throws IOException {
        for (var signature : evidence.keySignatures()) {
            archive.add(signature.file(), signature.jws());
        }
        var keyFiles = new TreeMap<String, String>();
        for (var signature : evidence.keySignatures()) {
            var made = signature.made();
            if (made != null) {
                keyFiles.put(
                        String.valueOf(signature.keyFile()), Pem.of(made.key().publicKey()));
                keyFiles.put(String.valueOf(signature.keyHistoryFile()), json(KeyHistory.of(made)));
            }
        }
        for (var file : keyFiles.entrySet()) {
            archive.add(file.getKey(), file.getValue());
        }
    }

    private void writeAttachments(Evidence evidence, Archive archive) throws IOException {
        var names = new EntryNames();
        for (var file : evidence.files()) {
            archive.add("attachments/" + names.fresh(file.name()), file.id(), to -> attachments.write(file.id(), to));
        }
    }

    private Versions writeHistory(Evidence evidence, Archive archive) throws IOException {
        var versions = new AtomicReference<@Nullable Versions>();
        archive.add("history.ndjson", null, to -> versions.set(history.write(evidence, to)));
        return Objects.requireNonNull(versions.get(), "what was written has versions");
    }

    private String json(Object value) throws JsonProcessingException {
        return json.writeValueAsString(value) + "\n";
    }

    /** All keys that a party has ever published, a JSON Web Key Set. */
    private record KeyHistory(PartyRef party, List<PublishedKey> keys) {

        static KeyHistory of(KeySignature.Key made) {
            return new KeyHistory(
                    made.owner(), made.history().stream().map(PublishedKey::of).toList());
        }
    }
}
