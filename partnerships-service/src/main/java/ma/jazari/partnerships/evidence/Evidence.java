package ma.jazari.partnerships.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import ma.jazari.partnerships.attachment.AttachedFile;
import ma.jazari.partnerships.convention.ConventionResponse;
import ma.jazari.partnerships.convention.RevisionResponse;
import ma.jazari.platform.security.Actor;

/**
 * What proves who agreed to a text of a convention, as far as its reader may see it.
 *
 * @param convention as the reader sees it
 * @param files the annexes and scans that the reader may read
 * @param insider whether the reader sees what is not public, too
 */
record Evidence(
        ConventionResponse convention,
        RevisionResponse revision,
        List<KeySignature> keySignatures,
        List<AttachedFile> files,
        Actor reader,
        boolean insider,
        Instant generatedAt) {

    /** The digests of the attachments that are part of the text. */
    static List<String> annexes(RevisionResponse revision) {
        var text = Objects.requireNonNull(revision.text(), "one revision is answered with its text");
        return StreamSupport.stream(text.path("annexes").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** The very text that is hashed and signed. */
    String canonicalForm() {
        return Objects.requireNonNull(revision.canonicalForm(), "one revision is answered with its canonical form");
    }

    /** What to save it as. */
    String fileName() {
        return convention.code() + "-r" + revision.revision() + "-evidence.zip";
    }
}
