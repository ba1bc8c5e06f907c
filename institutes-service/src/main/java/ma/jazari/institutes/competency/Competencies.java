package ma.jazari.institutes.competency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.jazari.institutes.part.OwnPartKind;
import ma.jazari.institutes.vocabulary.Terms;
import ma.jazari.institutes.vocabulary.Vocabulary;
import ma.jazari.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The competencies of institutes: each in a field of the vocabulary, once for each level. */
@ApplicationScoped
class Competencies implements OwnPartKind<Competency, CompetencyRequest> {

    private final CompetencyRepository competencies;
    private final Terms terms;

    Competencies(CompetencyRepository competencies, Terms terms) {
        this.competencies = competencies;
        this.terms = terms;
    }

    @Override
    public String word() {
        return "competency";
    }

    @Override
    public String key() {
        return "competencies";
    }

    @Override
    public Class<CompetencyRequest> requestType() {
        return CompetencyRequest.class;
    }

    @Override
    public PanacheRepositoryBase<Competency, UUID> rows() {
        return competencies;
    }

    @Override
    public Competency make(String instituteId, CompetencyRequest request, Instant now) {
        return new Competency(instituteId, request, now);
    }

    @Override
    public void check(String instituteId, CompetencyRequest request, @Nullable Competency competency) {
        if (competency == null || !competency.written().field().equals(request.field())) {
            checkField(request.field());
        }
        competencies
                .idOf(instituteId, request.field(), request.level())
                .filter(id -> competency == null || !id.equals(competency.id()))
                .ifPresent(id -> {
                    throw Problem.conflict("The institute has " + request.field() + " at the level " + request.level()
                                    + " already. Change that one.")
                            .with("competencyId", id);
                });
    }

    private void checkField(String field) {
        var refusal =
                terms.refused(Vocabulary.COMPETENCY_FIELDS, List.of(field)).get(field);
        if (refusal != null) {
            throw Problem.invalid("/field", refusal.detail());
        }
    }
}
