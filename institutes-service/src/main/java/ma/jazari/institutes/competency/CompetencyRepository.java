package ma.jazari.institutes.competency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Where competencies are kept. */
@ApplicationScoped
class CompetencyRepository implements PanacheRepositoryBase<Competency, UUID> {

    Optional<UUID> idOf(String instituteId, String field, CompetencyLevel level) {
        return find(
                        "select id from Competency where instituteId = ?1 and field = ?2 and level = ?3",
                        instituteId,
                        field,
                        level)
                .project(UUID.class)
                .firstResultOptional();
    }
}
