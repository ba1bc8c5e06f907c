package ma.jazari.partnerships.convention;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.partnerships.agreement.CanonicalForm;
import ma.jazari.partnerships.agreement.PartyRef;
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
        columnsThatContradict(convention)
                .forEach(column -> faults.add(
                        new Fault(table(), "The column " + column + " does not say what the agreement says.")));
        for (int number : standingRevisions(convention)) {
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

    /** The columns that lists filter by and that do not say what the agreement does. */
    private static List<String> columnsThatContradict(Convention convention) {
        var agreement = convention.agreement();
        var columns = new ArrayList<String>();
        if (convention.kind() != agreement.kind()) {
            columns.add("kind");
        }
        if (!convention
                .domains()
                .equals(agreement.domains().stream().map(Enum::name).toList())) {
            columns.add("domains");
        }
        if (!convention.partyKeys().equals(keys(agreement.organisations()))) {
            columns.add("party_keys");
        }
        if (!Set.copyOf(convention.insiderKeys()).equals(Set.copyOf(keys(convention.insiders())))) {
            columns.add("insider_keys");
        }
        var awaited = Awaited.of(convention).stream().map(Awaited::key).collect(Collectors.toSet());
        if (!Set.copyOf(convention.awaitedActs()).equals(awaited)) {
            columns.add("awaited_acts");
        }
        return columns;
    }

    private static List<String> keys(List<PartyRef> parties) {
        return parties.stream().map(PartyRef::key).toList();
    }

    /** The revisions that must be kept as it stands: what is before the parties, and what is in force. */
    private static List<Integer> standingRevisions(Convention convention) {
        return Stream.of(convention.proposedRevision(), convention.inForceRevision())
                .<Integer>mapMulti((number, standing) -> {
                    if (number != null) {
                        standing.accept(number);
                    }
                })
                .distinct()
                .toList();
    }

    private static boolean isTextOf(Convention convention, Revision revision) {
        return revision.canonical().equals(CanonicalForm.of(convention.agreement()));
    }
}
