package ma.jazari.institutes.institute;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.record.Contact;
import ma.jazari.platform.record.Location;
import ma.jazari.platform.record.Name;
import ma.jazari.platform.record.Names;
import ma.jazari.platform.text.SearchText;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A node of the network. Changes only by its methods, each of which leaves it in a state that the rules allow. */
@Entity
public class Institute {

    public static final char ID_PREFIX = 'j';

    private static final List<String> SHOWN_FIRST = List.of("fr", "ar", "en");

    @Id
    private String id;

    @Enumerated(EnumType.STRING)
    private InstituteKind kind;

    @Enumerated(EnumType.STRING)
    private InstituteStatus status;

    @Column(name = "parent_id")
    private @Nullable String parentId;

    @Column(name = "successor_id")
    private @Nullable String successorId;

    private String region;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> missions;

    @Column(name = "focus_areas")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> focusAreas;

    @JdbcTypeCode(SqlTypes.JSON)
    private InstituteDetails details;

    @Column(name = "sort_name")
    private String sortName;

    private boolean sample;

    @Version
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For Hibernate. */
    protected Institute() {}

    static Institute draft(String id, InstituteRequest request, Instant now) {
        var institute = new Institute();
        institute.id = id;
        institute.status = InstituteStatus.DRAFT;
        institute.version = 1;
        institute.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        institute.set(request, now);
        return institute;
    }

    /** One that an import brings, whose first version is in this state already. */
    public static Institute imported(String id, InstituteRequest request, InstituteStatus status, Instant now) {
        var institute = draft(id, request, now);
        institute.status = status;
        return institute;
    }

    /** Changes what is written of it. @throws Problem 409 where its kind would change from or to ROOT */
    public void change(InstituteRequest request, Instant now) {
        if (request.kind() != kind && (kind == InstituteKind.ROOT || request.kind() == InstituteKind.ROOT)) {
            throw Problem.conflict("The kind of an institute does not change from or to ROOT.");
        }
        set(request, now);
    }

    private void set(InstituteRequest request, Instant now) {
        kind = request.kind();
        parentId = request.parentId();
        region = request.region();
        missions = request.missions().stream().map(Enum::name).toList();
        focusAreas = Objects.requireNonNullElse(request.focusAreas(), List.of());
        details = InstituteDetails.of(request);
        sample = Boolean.TRUE.equals(request.sample());
        sortName = SearchText.of(Names.shown(details.names(), SHOWN_FIRST).value());
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    void moveTo(InstituteStatus to, Instant now) {
        status = to;
        touch(now);
    }

    /** Ends it: whatever it was, another institute is now. */
    public void mergeInto(String successor, Instant now) {
        successorId = successor;
        moveTo(InstituteStatus.MERGED, now);
    }

    /** Takes a merge back. */
    public void restore(InstituteStatus before, Instant now) {
        successorId = null;
        moveTo(before, now);
    }

    /** Another parent; that it can be one is for the caller to check. */
    public void moveUnder(String parent, Instant now) {
        parentId = parent;
        touch(now);
    }

    /** Makes a new version: something that belongs to the record changed outside of it. */
    public void touch(Instant now) {
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** What a client has written of it. */
    public InstituteRequest written() {
        return new InstituteRequest(
                kind,
                details.names(),
                missions(),
                focusAreas,
                parentId,
                region,
                details.location(),
                details.hostPartnerId(),
                details.established(),
                details.links(),
                details.domains(),
                details.externalIds(),
                details.contacts(),
                sample);
    }

    /** What is published of it. */
    public InstituteState state() {
        return new InstituteState(
                id,
                kind,
                status,
                details.names(),
                missions(),
                focusAreas,
                parentId,
                successorId,
                region,
                details.location(),
                details.hostPartnerId(),
                details.established(),
                details.links(),
                details.domains(),
                details.externalIds(),
                sample,
                version,
                createdAt,
                updatedAt);
    }

    public String id() {
        return id;
    }

    public InstituteKind kind() {
        return kind;
    }

    public InstituteStatus status() {
        return status;
    }

    public @Nullable String parentId() {
        return parentId;
    }

    public @Nullable String successorId() {
        return successorId;
    }

    public List<Name> names() {
        return details.names();
    }

    public List<Contact> contacts() {
        return details.contacts();
    }

    public String region() {
        return region;
    }

    /** By what it stands in a list in the order of names. */
    String sortName() {
        return sortName;
    }

    public @Nullable Location location() {
        return details.location();
    }

    public long version() {
        return version;
    }

    Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    private List<Mission> missions() {
        return missions.stream().map(Mission::valueOf).toList();
    }
}
