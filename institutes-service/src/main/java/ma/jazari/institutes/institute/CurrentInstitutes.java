package ma.jazari.institutes.institute;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.institutes.institute.InstituteKeys.Key;
import ma.jazari.institutes.institute.InstituteKeys.Taken;
import ma.jazari.platform.integrity.CurrentRecord;
import ma.jazari.platform.integrity.CurrentRecord.Fault;
import ma.jazari.platform.integrity.CurrentRecords;

/** The institutes as their tables hold them, with their parts and keys, for the check of the log. */
@ApplicationScoped
class CurrentInstitutes implements CurrentRecords {

    private static final Map<String, String> TABLES = Map.of(
            "competencies", "institute_competency",
            "solutions", "institute_solution",
            "infrastructure", "institute_infrastructure",
            "relationships", "institute_relationship");
    private static final String KEYS = "institute_key";

    private final InstituteRepository institutes;
    private final InstituteParts parts;
    private final InstituteKeys keys;
    private final InstituteLog log;

    CurrentInstitutes(InstituteRepository institutes, InstituteParts parts, InstituteKeys keys, InstituteLog log) {
        this.institutes = institutes;
        this.parts = parts;
        this.keys = keys;
        this.log = log;
    }

    @Override
    public String type() {
        return InstitutePolicy.SUBJECT;
    }

    @Override
    public String table() {
        return "institute";
    }

    @Override
    public String table(String pointer) {
        return TABLES.getOrDefault(pointer.split("/", 3)[1], table());
    }

    @Override
    public Map<String, CurrentRecord> find(Collection<String> ids) {
        var found = institutes.list("id in ?1", ids);
        var itsParts = parts.of(ids);
        var faults = faults(found);
        return found.stream()
                .collect(Collectors.toMap(
                        Institute::id,
                        institute -> new CurrentRecord(
                                institute.version(),
                                log.image(institute, Objects.requireNonNull(itsParts.get(institute.id()))),
                                faults.getOrDefault(institute.id(), List.of()))));
    }

    /** Where the keys are not those of what is written of the institutes. */
    private Map<String, List<Fault>> faults(List<Institute> found) {
        var expected = found.stream()
                .flatMap(institute -> InstituteLog.keysOf(institute).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        var held = keys.held(found.stream().map(Institute::id).toList());
        var faults = Stream.concat(
                without(held, expected).stream()
                        .map(key -> fault(key, "is held in the table and is not written in the record.")),
                lost(without(expected, held)).stream()
                        .map(key -> fault(key, "is written in the record and held by nobody in the table.")));
        return faults.collect(Collectors.groupingBy(
                Keyed::instituteId, Collectors.mapping(Keyed::fault, Collectors.toCollection(ArrayList::new))));
    }

    /** A key that another institute holds was another's before each belonged to one record alone. */
    private Collection<Key> lost(Collection<Key> missing) {
        if (missing.isEmpty()) {
            return missing;
        }
        var taken = keys.find(missing).stream().map(CurrentInstitutes::wanted).collect(Collectors.toSet());
        return missing.stream().filter(key -> !taken.contains(key)).toList();
    }

    private static Key wanted(Taken taken) {
        return new Key(taken.kind(), taken.value(), taken.instituteId());
    }

    private static Set<Key> without(Set<Key> some, Set<Key> others) {
        var rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static Keyed fault(Key key, String what) {
        return new Keyed(key.instituteId(), new Fault(KEYS, "The key " + key.kind() + " " + key.value() + " " + what));
    }

    private record Keyed(String instituteId, Fault fault) {}
}
