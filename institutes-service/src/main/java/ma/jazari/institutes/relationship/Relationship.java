package ma.jazari.institutes.relationship;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import ma.jazari.institutes.part.Part;
import org.jspecify.annotations.Nullable;

/** One direction of a relationship between two institutes; the other has the inverse. */
@Entity
@Table(name = "institute_relationship")
class Relationship extends Part<RelationshipRequest> {

    @Enumerated(EnumType.STRING)
    private RelationshipType type;

    @Column(name = "other_id")
    private String otherId;

    @Column(name = "valid_from")
    private @Nullable LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    @Column(name = "inverse_id")
    private UUID inverseId;

    /** For Hibernate. */
    protected Relationship() {}

    private Relationship(String instituteId, RelationshipRequest request, Instant now) {
        super(instituteId, now);
        type = request.type();
        otherId = request.id();
        inverseId = id();
        set(request);
    }

    /** The relationship as the institute has it, and as the other has it. */
    static Pair between(String instituteId, RelationshipRequest request, Instant now) {
        var one = new Relationship(instituteId, request, now);
        var other = new Relationship(
                request.id(),
                new RelationshipRequest(request.type().inverse(), instituteId, request.validFrom(), request.validTo()),
                now);
        one.inverseId = other.id();
        other.inverseId = one.id();
        return new Pair(one, other);
    }

    /** Both directions. */
    record Pair(Relationship one, Relationship other) {}

    /** Of what can be written, the validity alone changes. */
    @Override
    protected final void set(RelationshipRequest request) {
        validFrom = request.validFrom();
        validTo = request.validTo();
    }

    @Override
    public RelationshipRequest written() {
        return new RelationshipRequest(type, otherId, validFrom, validTo);
    }

    RelationshipType type() {
        return type;
    }

    String otherId() {
        return otherId;
    }

    UUID inverseId() {
        return inverseId;
    }

    Validity validity() {
        return new Validity(validFrom, validTo);
    }
}
