package ma.jazari.institutes.solution;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import ma.jazari.institutes.part.OwnPartKind;

/** The solutions of institutes. */
@ApplicationScoped
class Solutions implements OwnPartKind<Solution, SolutionRequest> {

    private final SolutionRepository solutions;

    Solutions(SolutionRepository solutions) {
        this.solutions = solutions;
    }

    @Override
    public String word() {
        return "solution";
    }

    @Override
    public String key() {
        return "solutions";
    }

    @Override
    public Class<SolutionRequest> requestType() {
        return SolutionRequest.class;
    }

    @Override
    public PanacheRepositoryBase<Solution, UUID> rows() {
        return solutions;
    }

    @Override
    public Solution make(String instituteId, SolutionRequest request, Instant now) {
        return new Solution(instituteId, request, now);
    }
}
