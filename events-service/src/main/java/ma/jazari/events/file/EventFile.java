package ma.jazari.events.file;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import ma.jazari.platform.file.FileBytes.Written;
import ma.jazari.platform.file.StoredFile;
import org.jspecify.annotations.Nullable;

/** A file of a program event, apart from its bytes. It never changes; once it was public, it can be withdrawn. */
@Entity
@Table(name = "program_event_file")
class EventFile {

    @Id
    private String id;

    @Column(name = "event_id")
    private UUID eventId;

    private String name;
    private @Nullable String title;

    @Column(name = "media_type")
    private String mediaType;

    private long size;
    private String digest;

    @Column(name = "uploaded_at")
    private Instant uploadedAt;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    /** For Hibernate. */
    protected EventFile() {}

    /** @param id that its bytes were written under */
    static EventFile of(UUID id, UUID eventId, FileLabel label, Written written, Instant now) {
        var file = new EventFile();
        file.id = id.toString();
        file.eventId = eventId;
        file.name = label.name();
        file.title = label.title();
        file.mediaType = label.type().mediaType();
        file.size = written.size();
        file.digest = written.digest();
        file.uploadedAt = now.truncatedTo(ChronoUnit.MICROS);
        return file;
    }

    void withdraw(Instant now) {
        withdrawnAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    /** As it is shown. */
    ProgramEventFile shown() {
        return new ProgramEventFile(id, eventId.toString(), name, title, mediaType, size, digest, uploadedAt);
    }

    /** What is published of it. */
    FileState state() {
        return new FileState(name, title, mediaType, size, digest);
    }

    StoredFile stored() {
        return new StoredFile(id, name, mediaType, size, digest);
    }

    String id() {
        return id;
    }

    UUID eventId() {
        return eventId;
    }
}
