package ma.jazari.institutes.solution;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Where solutions are kept. */
@ApplicationScoped
class SolutionRepository implements PanacheRepositoryBase<Solution, UUID> {}
