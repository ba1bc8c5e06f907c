package ma.jazari.partnerships.convention;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ma.jazari.partnerships.agreement.CanonicalForm;
import ma.jazari.platform.integrity.CurrentRecord;
import ma.jazari.platform.integrity.CurrentRecord.Fault;
import ma.jazari.platform.integrity.CurrentRecords;

/** The conventions as their tables hold them, with the revisions that they stand on, for the check of the log. */
@ApplicationScoped
class CurrentConventions implements CurrentRecords {

    private static final String REVISIONS = "convention_revision";

    private final ConventionRepository conventions;
    private final RevisionRepository revisions;
    private final ConventionWriter writer;

    CurrentConventions(ConventionRepository conventions, RevisionRepository revisions, ConventionWriter writer) {
        this.conventions = conventions;
        this.revisions = revisions;
        this.writer = writer;
    }

    @Override
    public String type() {
        return ConventionPolicy.SUBJECT;
    }

    @Override
    public String table() {
        return "convention";
    }

    @Override
    public Map<String, CurrentRecord> find(Collection<String> ids) {
        var kept = revisions.of(ids).stream().collect(Collectors.groupingBy(Revision::conventionId));
        return conventions.list("id in ?1", ids).stream()
                .collect(Collectors.toMap(
                        Convention::id,
                        convention -> new CurrentRecord(
                                convention.version(),
                                writer.image(convention),
                                faults(convention, kept.getOrDefault(convention.id(), List.of())))));
    }

    private List<Fault> faults(Convention convention, List<Revision> kept) {
        var faults = new ArrayList<Fault>();
        convention
                .columnsThatContradict()
                .forEach(column -> faults.add(
                        new Fault(table(), "The column " + column + " does not say what the agreement says.")));
        for (int number : convention.standingRevisions()) {
            var revision = kept.stream()
                    .filter(candidate -> candidate.number() == number)
                    .findFirst();
            if (revision.isEmpty()) {
                faults.add(
                        new Fault(REVISIONS, "Revision " + number + ", which the convention stands on, is missing."));
            } else if (number == convention.revision() && !isTextOf(convention, revision.get())) {
                faults.add(new Fault(REVISIONS, "Revision " + number + " is not the text of the agreement."));
            }
        }
        return faults;
    }

    private static boolean isTextOf(Convention convention, Revision revision) {
        return revision.canonical().equals(CanonicalForm.of(convention.agreement()));
    }
}
