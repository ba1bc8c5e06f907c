package ma.jazari.institutes.competency;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import ma.jazari.institutes.part.Part;

/** A field of skill that an institute offers to the network. */
@Entity
@Table(name = "institute_competency")
class Competency extends Part<CompetencyRequest> {

    private String field;

    @Enumerated(EnumType.STRING)
    private CompetencyLevel level;

    private int people;

    /** For Hibernate. */
    protected Competency() {}

    Competency(String instituteId, CompetencyRequest request, Instant now) {
        super(instituteId, now);
        set(request);
    }

    @Override
    protected final void set(CompetencyRequest request) {
        field = request.field();
        level = request.level();
        people = request.people();
    }

    @Override
    public CompetencyRequest written() {
        return new CompetencyRequest(field, level, people);
    }
}
