package ma.jazari.institutes.relationship;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.jazari.institutes.part.PartKind;

/** Where relationships are kept, each in both directions. */
@ApplicationScoped
class RelationshipRepository
        implements PanacheRepositoryBase<Relationship, UUID>, PartKind<Relationship, RelationshipRequest> {

    @Override
    public String word() {
        return "relationship";
    }

    @Override
    public String key() {
        return "relationships";
    }

    @Override
    public Class<RelationshipRequest> requestType() {
        return RelationshipRequest.class;
    }

    @Override
    public PanacheRepositoryBase<Relationship, UUID> rows() {
        return this;
    }

    /** The institute at the other end, without the row: that is read once both institutes are locked. */
    Optional<String> otherEnd(UUID id, String instituteId) {
        return find("select otherId from Relationship where id = ?1 and instituteId = ?2", id, instituteId)
                .project(String.class)
                .firstResultOptional();
    }

    /** What the institute has with the other of one of the types. */
    List<Relationship> between(String instituteId, String otherId, List<RelationshipType> types) {
        return list("instituteId = ?1 and otherId = ?2 and type in ?3", instituteId, otherId, types);
    }
}
