package ma.jazari.institutes.infrastructure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import ma.jazari.institutes.part.OwnPartKind;

/** The infrastructure of institutes. */
@ApplicationScoped
class InfrastructureKind implements OwnPartKind<Infrastructure, InfrastructureRequest> {

    private final InfrastructureRepository infrastructure;

    InfrastructureKind(InfrastructureRepository infrastructure) {
        this.infrastructure = infrastructure;
    }

    @Override
    public String word() {
        return "infrastructure";
    }

    @Override
    public String key() {
        return "infrastructure";
    }

    @Override
    public Class<InfrastructureRequest> requestType() {
        return InfrastructureRequest.class;
    }

    @Override
    public PanacheRepositoryBase<Infrastructure, UUID> rows() {
        return infrastructure;
    }

    @Override
    public Infrastructure make(String instituteId, InfrastructureRequest request, Instant now) {
        return new Infrastructure(instituteId, request, now);
    }
}
