package ma.jazari.partnerships.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import ma.jazari.partnerships.provenance.PartnerField;
import ma.jazari.partnerships.provenance.PartnerFields;
import ma.jazari.partnerships.provenance.Provenances;
import ma.jazari.partnerships.provenance.RorStatement;
import ma.jazari.platform.record.Contact;
import ma.jazari.platform.record.ExternalId.Scheme;
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

    @JdbcTypeCode(SqlTypes.JSON)
    private Provenances provenance;

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
        partner.provenance = Provenances.NONE;
        partner.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        partner.write(request, now);
        return partner;
    }

    /** A new partner as ROR has it. */
    public static Partner ofRor(String id, RorStatement statement, Instant now) {
        var partner = admitted(id, PartnerRequest.of(statement.fields(), List.of(), false), now);
        partner.status = statement.fields().status();
        partner.provenance = Provenances.ofRor(statement.recordDate());
        return partner;
    }

    /** What an administrator writes of it; what that changes is the administrator's from now on. */
    public void change(PartnerRequest request, Instant now) {
        var before = fields();
        write(request, now);
        override(before);
    }

    private void override(PartnerFields before) {
        if (provenance.isOfRor()) {
            provenance = provenance.fromAdministrator(fields().differing(before), version + 1);
        }
    }

    /**
     * Takes what ROR says now, but for what an administrator wrote otherwise. Of a partner that ROR has said nothing of yet,
     * that is all that it holds.
     *
     * @return whether that changes anything
     */
    public boolean take(RorStatement statement, Instant now) {
        boolean isKnown = provenance.isOfRor();
        var before = fields();
        var differing = before.differing(statement.fields());
        var kept = isKnown ? provenance.overridden() : before.held();
        kept.retainAll(differing);
        var taken = EnumSet.copyOf(differing);
        taken.removeAll(kept);
        if (isKnown && taken.isEmpty()) {
            return false;
        }
        if (!isKnown) {
            provenance = provenance
                    .fromRor(EnumSet.allOf(PartnerField.class), statement.recordDate(), version + 1)
                    .fromAdministrator(kept, version);
        }
        provenance = provenance.fromRor(taken, statement.recordDate(), version + 1);
        var after = before.with(taken, statement.fields());
        write(PartnerRequest.of(after, details.contacts(), sample), now);
        status = after.status();
        return true;
    }

    /** What was written just now and says what ROR says is ROR's again. */
    public void giveBack(RorStatement statement) {
        var same = provenance.overriddenFrom(version + 1);
        same.removeAll(fields().differing(statement.fields()));
        provenance = provenance.fromRor(same, statement.recordDate(), version + 1);
    }

    /** Its ROR record is not of it any more. */
    public void leaveRor() {
        provenance = Provenances.NONE;
    }

    /** The ids at ROR that it is known by. */
    public Stream<String> rorIds() {
        return details.externalIds().stream()
                .filter(id -> id.scheme() == Scheme.ROR)
                .map(id -> id.value().toLowerCase(Locale.ROOT));
    }

    private void write(PartnerRequest request, Instant now) {
        type = request.type();
        country = request.country();
        details = PartnerDetails.of(request);
        sample = Boolean.TRUE.equals(request.sample());
        sortName = SearchText.of(Names.shown(details.names(), SHOWN_FIRST).value());
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** Between active and not. */
    public void moveTo(PartnerStatus to, Instant now) {
        var before = fields();
        status = to;
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
        override(before);
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

    /** What both ROR and an administrator can speak of. */
    public PartnerFields fields() {
        return new PartnerFields(
                details.names(),
                type,
                country,
                details.location(),
                details.links(),
                details.domains(),
                details.externalIds(),
                status);
    }

    public Provenances provenances() {
        return provenance;
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
                provenance.isOfRor() ? provenance : null,
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
