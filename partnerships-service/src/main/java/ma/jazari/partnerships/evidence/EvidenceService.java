package ma.jazari.partnerships.evidence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import ma.jazari.partnerships.attachment.AttachedFile;
import ma.jazari.partnerships.convention.ConventionPolicy;
import ma.jazari.partnerships.convention.ConventionResponse;
import ma.jazari.partnerships.convention.ConventionService;
import ma.jazari.partnerships.convention.ConventionViews;
import ma.jazari.partnerships.convention.RevisionResponse;
import ma.jazari.partnerships.convention.RevisionService;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.changelog.LongRead;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Gathers what proves who agreed to a text, as far as its reader may see it. */
@ApplicationScoped
class EvidenceService {

    private final ConventionService conventions;
    private final RevisionService revisions;
    private final ConventionViews views;
    private final KeySignatures keySignatures;
    private final AgroalDataSource database;
    private final Clock clock;

    EvidenceService(
            ConventionService conventions,
            RevisionService revisions,
            ConventionViews views,
            KeySignatures keySignatures,
            AgroalDataSource database,
            Clock clock) {
        this.conventions = conventions;
        this.revisions = revisions;
        this.views = views;
        this.keySignatures = keySignatures;
        this.database = database;
        this.clock = clock;
    }

    /**
     * The evidence of one text, all of it as of one moment.
     *
     * @param number of the revision; null for the one that counts: in force, or proposed, or in force last
     * @throws ma.jazari.platform.problem.Problem 404 for a text that is not there, or that the actor may not see
     */
    @Transactional
    public Evidence gather(String id, @Nullable Integer number, Actor actor) {
        beginAsOfOneMoment();
        var convention = conventions.get(id, actor);
        var shown = views.shown(convention);
        var revision = revisions.get(id, number == null ? shown.revision() : number, actor);
        return new Evidence(
                shown,
                revision,
                keySignatures.of(revision),
                files(shown, revision),
                actor,
                ConventionPolicy.maySeeConfidential(convention, actor),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Of the files that the reader may read, those that belong to the text: its annexes, and the scans of its signatures. */
    private static List<AttachedFile> files(ConventionResponse shown, RevisionResponse revision) {
        var annexes = Evidence.annexes(revision);
        return shown.attachments().stream()
                .filter(file -> annexes.contains(file.digest())
                        || revision.signatures().stream()
                                .anyMatch(signature -> file.id().equals(signature.attachmentId())))
                .toList();
    }

    // Approvals that come in between would be in one part of the evidence and not in the other.
    private void beginAsOfOneMoment() {
        try (var connection = database.getConnection()) {
            LongRead.begin(connection);
        } catch (SQLException e) {
            throw new DatabaseFailure("begin to read evidence", e);
        }
    }
}
