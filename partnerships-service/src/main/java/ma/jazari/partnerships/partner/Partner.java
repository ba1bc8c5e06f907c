package ma.jazari.partnerships.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import ma.jazari.platform.record.Contact;
import ma.jazari.platform.record.Location;
import ma.jazari.platform.record.Name;
import ma.jazari.platform.record.Names;
import ma.jazari.platform.text.SearchText;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An organisation that can be party to a convention and is not an institute. */
@Entity
public class Partner {

    public static final char ID_PREFIX = 'p';

    /** The languages in which names are sorted, as they are shown to who asks for none. */
    private static final List<String> SHOWN_FIRST = List.of("fr", "ar", "en");

    @Id
    private String id;

    @Enumerated(EnumType.STRING)
    private PartnerType type;

    @Enumerated(EnumType.STRING)
    private PartnerStatus status;

    private String country;

    @Column(name = "successor_id")
    private @Nullable String successorId;

    @JdbcTypeCode(SqlTypes.JSON)
    private PartnerDetails details;

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
    protected Partner() {}

    /** A new partner, active at once: only the network administrator makes one. */
    static Partner admitted(String id, PartnerRequest request, Instant now) {
        var partner = new Partner();
        partner.id = id;
        partner.status = PartnerStatus.ACTIVE;
        partner.version = 1;
        partner.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        partner.change(request, now);
        return partner;
    }

    public void change(PartnerRequest request, Instant now) {
        type = request.type();
        country = request.country();
        details = PartnerDetails.of(request);
        sample = Boolean.TRUE.equals(request.sample());
        sortName = SearchText.of(Names.shown(details.names(), SHOWN_FIRST).value());
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** Between active and not. */
    public void moveTo(PartnerStatus to, Instant now) {
        status = to;
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** The partner ends, as part of another one. */
    public void mergeInto(String successor, Instant now) {
        successorId = successor;
        moveTo(PartnerStatus.MERGED, now);
    }

    /** What a client has written of it. */
    public PartnerRequest written() {
        return new PartnerRequest(
                type,
                details.names(),
                country,
                details.location(),
                details.links(),
                details.domains(),
                details.externalIds(),
                details.contacts(),
                sample);
    }

    /** What is published of it. */
    public PartnerState state() {
        return new PartnerState(
                id,
                type,
                status,
                details.names(),
                country,
                details.location(),
                details.links(),
                details.domains(),
                details.externalIds(),
                sample,
                successorId,
                version,
                createdAt,
                updatedAt);
    }

    public String id() {
        return id;
    }

    public PartnerType type() {
        return type;
    }

    public PartnerStatus status() {
        return status;
    }

    /** Of one that was merged: the partner that it has become part of. */
    public @Nullable String successorId() {
        return successorId;
    }

    public String country() {
        return country;
    }

    public List<Name> names() {
        return details.names();
    }

    public @Nullable Location location() {
        return details.location();
    }

    List<Contact> contacts() {
        return details.contacts();
    }

    String sortName() {
        return sortName;
    }

    public long version() {
        return version;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
