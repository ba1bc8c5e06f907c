package ma.jazari.institutes.part;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import ma.jazari.platform.id.Uuids;

/**
 * A part of an institute's record: a row of its own with a version of its own, which changes with the record.
 *
 * @param <R> what a client writes of it
 */
@MappedSuperclass
public abstract class Part<R> {

    @Id
    private UUID id;

    @Column(name = "institute_id")
    private String instituteId;

    @Version
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Part() {}

    protected Part(String instituteId, Instant now) {
        this.id = Uuids.next();
        this.instituteId = instituteId;
        this.version = 1;
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        this.updatedAt = createdAt;
    }

    /** What a client has written of it. */
    public abstract R written();

    /** Takes over what a client writes. */
    protected abstract void set(R request);

    public void change(R request, Instant now) {
        set(request);
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    public UUID id() {
        return id;
    }

    public String instituteId() {
        return instituteId;
    }

    public long version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
