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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.platform.record.Contact;
import ma.jazari.platform.record.Names;
import ma.jazari.platform.text.SearchText;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An organisation that can be party to a convention and is not an institute. */
@Entity
class Partner {

    static final char ID_PREFIX = 'p';

    @Id
    private String id;

    @Enumerated(EnumType.STRING)
    private PartnerType type;

    @Enumerated(EnumType.STRING)
    private PartnerStatus status;

    private String country;

    @JdbcTypeCode(SqlTypes.JSON)
    private PartnerDetails details;

    @Column(name = "search_text")
    private String searchText;

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

    void change(PartnerRequest request, Instant now) {
        type = request.type();
        country = request.country();
        details = PartnerDetails.of(request);
        sample = Boolean.TRUE.equals(request.sample());
        searchText = searchText();
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    private String searchText() {
        var place = details.location() == null
                ? Stream.<String>empty()
                : Stream.ofNullable(details.location().city());
        return Stream.of(Stream.of(id, Names.searchText(details.names())), place, details.domains().stream())
                .flatMap(texts -> texts)
                .map(SearchText::of)
                .collect(Collectors.joining(" | "));
    }

    /** What a client has written of it. */
    PartnerRequest written() {
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
    PartnerState state() {
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
                version,
                createdAt,
                updatedAt);
    }

    String id() {
        return id;
    }

    PartnerStatus status() {
        return status;
    }

    String country() {
        return country;
    }

    List<Contact> contacts() {
        return details.contacts();
    }

    long version() {
        return version;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
