package ma.jazari.partnerships.attaching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.attachment.AttachedFile;
import ma.jazari.partnerships.attachment.AttachmentMeta;
import ma.jazari.partnerships.attachment.AttachmentPurpose;
import ma.jazari.partnerships.attachment.AttachmentVisibility;
import ma.jazari.partnerships.attachment.Attachments;
import ma.jazari.partnerships.attachment.Uploader;
import ma.jazari.partnerships.convention.Acting;
import ma.jazari.partnerships.convention.Convention;
import ma.jazari.partnerships.convention.ConventionPolicy;
import ma.jazari.partnerships.convention.ConventionService;
import ma.jazari.partnerships.convention.ConventionWriter;
import ma.jazari.partnerships.lifecycle.ConventionStatus;
import ma.jazari.platform.file.FileType;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Adds files to conventions, and finds those that a caller may read. A file never changes and is never taken away. */
@ApplicationScoped
class AttachmentService {

    private final ConventionService conventions;
    private final ConventionWriter writer;
    private final Attachments attachments;
    private final Acting acting;
    private final Clock clock;

    AttachmentService(
            ConventionService conventions,
            ConventionWriter writer,
            Attachments attachments,
            Acting acting,
            Clock clock) {
        this.conventions = conventions;
        this.writer = writer;
        this.attachments = attachments;
        this.acting = acting;
        this.clock = clock;
    }

    /** What a client says of a file that it uploads; no purpose is the one that the convention's state suggests. */
    record Wanted(String name, FileType type, AttachmentVisibility visibility, @Nullable AttachmentPurpose purpose) {}

    /** A stored file, and the version of the convention that has it. */
    record Added(AttachedFile file, Convention convention) {}

    /** Says early whether the caller may add a file at all, before the file has arrived. */
    @Transactional
    public void checkMayAdd(String id, ExpectedVersion expected, Actor actor) {
        checkTakesFiles(writer.lock(id, expected, actor), actor);
    }

    @Transactional
    public Added add(String id, ExpectedVersion expected, Wanted wanted, InputStream body, Actor actor)
            throws IOException {
        var convention = writer.lock(id, expected, actor);
        checkTakesFiles(convention, actor);
        var act = acting.forAny(convention.insiders(), actor);
        var purpose = wanted.purpose() == null ? usualPurpose(convention.status()) : wanted.purpose();
        var meta = new AttachmentMeta(
                wanted.name(),
                wanted.type(),
                wanted.visibility(),
                purpose,
                clock.instant(),
                new Uploader(
                        key(act.party()),
                        String.valueOf(act.by().sub()),
                        act.by().name()));
        var file = AttachedFile.of(attachments.store(Uuids.next(), convention.id(), meta, body));
        writer.change(convention, found -> found.attach(file, act), null, actor);
        return new Added(file, convention);
    }

    /** @throws Problem 404 for what the caller may not read, too */
    @Transactional
    public AttachedFile get(String id, String attachmentId, Actor actor) {
        var convention = conventions.get(id, actor);
        var wanted = Uuids.checked(attachmentId).toString();
        return convention.attachments().stream()
                .filter(file -> file.id().equals(wanted))
                .filter(file -> convention.isOpen(file) || ConventionPolicy.maySeeConfidential(convention, actor))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("attachment", attachmentId));
    }

    private static @Nullable String key(@Nullable PartyRef party) {
        return party == null ? null : party.key();
    }

    private static void checkTakesFiles(Convention convention, Actor actor) {
        ConventionPolicy.checkIsParty(convention, actor);
        if (convention.status().isEnded()) {
            throw Problem.conflict("The convention is " + convention.status() + "; nothing is added to it any more.");
        }
    }

    private static AttachmentPurpose usualPurpose(ConventionStatus status) {
        return switch (status) {
            case DRAFT, PROPOSED -> AttachmentPurpose.ANNEX;
            case APPROVED, SIGNED -> AttachmentPurpose.SCAN;
            default -> AttachmentPurpose.EVIDENCE;
        };
    }
}
