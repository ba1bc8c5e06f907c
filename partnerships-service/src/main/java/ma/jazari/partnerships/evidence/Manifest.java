package ma.jazari.partnerships.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import ma.jazari.partnerships.agreement.Digest;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.convention.RevisionState;
import org.jspecify.annotations.Nullable;

/**
 * What a bundle is and has.
 *
 * @param version of the record
 * @param files all but the manifest itself
 */
record Manifest(
        int formatVersion,
        Instant generatedAt,
        String conventionId,
        String code,
        long version,
        int revision,
        RevisionState state,
        @Nullable LocalDate inForceFrom,
        @Nullable LocalDate inForceTo,
        Digest digest,
        Audience audience,
        Versions history,
        List<SignatureFiles> signatures,
        List<BundledFile> files) {

    private static final int FORMAT_VERSION = 1;

    /** Whom a bundle was made for. */
    enum Audience {
        /** The parties, and those who see everything. */
        INSIDERS,
        PUBLIC
    }

    /** Where in the bundle a signature by key is, and its key. */
    record SignatureFiles(
            PartyRef party,
            String file,
            @Nullable String algorithm,
            @Nullable String key,
            @Nullable PartyRef keyOwner,
            @Nullable String keyHistory) {

        static SignatureFiles of(KeySignature signature) {
            var made = signature.made();
            return new SignatureFiles(
                    signature.party(),
                    signature.file(),
                    signature.signature().algorithm(),
                    signature.keyFile(),
                    made == null ? null : made.owner(),
                    signature.keyHistoryFile());
        }
    }

    static Manifest of(Evidence evidence, Versions history, List<BundledFile> files) {
        var convention = evidence.convention();
        var revision = evidence.revision();
        return new Manifest(
                FORMAT_VERSION,
                evidence.generatedAt(),
                convention.id(),
                convention.code(),
                convention.version(),
                revision.revision(),
                revision.state(),
                revision.inForceFrom(),
                revision.inForceTo(),
                revision.digest(),
                evidence.insider() ? Audience.INSIDERS : Audience.PUBLIC,
                history,
                evidence.keySignatures().stream().map(SignatureFiles::of).toList(),
                files);
    }
}
