package ma.jazari.institutes.infrastructure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Where infrastructure is kept. */
@ApplicationScoped
class InfrastructureRepository implements PanacheRepositoryBase<Infrastructure, UUID> {}
