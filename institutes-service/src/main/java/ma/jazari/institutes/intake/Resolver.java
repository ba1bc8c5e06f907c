package ma.jazari.institutes.intake;

import java.util.List;
import java.util.stream.Collectors;
import ma.jazari.institutes.bulk.Line;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.institutes.institute.InstituteKeys.Taken;
import ma.jazari.institutes.institute.InstituteRequest;
import ma.jazari.institutes.institute.InstituteStatus;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.json.JsonBinder;
import ma.jazari.platform.problem.Problem;

/** Finds out which institute a line is of, by its id or by what names it elsewhere, and binds what the line says of it. */
final class Resolver {

    private final Known known;
    private final JsonBinder binder;

    Resolver(Known known, JsonBinder binder) {
        this.known = known;
        this.binder = binder;
    }

    Candidate resolve(Line line) {
        var candidate = new Candidate(line);
        var id = candidate.envelope().id();
        if (id == null) {
            byKeys(candidate);
        } else {
            byId(candidate, id);
        }
        bind(candidate);
        return candidate;
    }

    private void byId(Candidate candidate, String id) {
        if (!PublicId.isWellFormed(Institute.ID_PREFIX, id)) {
            candidate.refuse("/id", "is not an id of an institute: look for a typing error");
            return;
        }
        var named = known.institute(id);
        if (named.isEmpty()) {
            candidate.refuse("/id", "there is no institute " + id + " that you may see");
            return;
        }
        candidate.isOf(named.get());
        if (holdsKeys(named.get().status())) {
            known.holdersOf(candidate.number()).stream()
                    .filter(taken -> !taken.holderId().equals(id))
                    .forEach(taken -> candidate.refuse(
                            pointer(candidate, taken),
                            "belongs to the institute " + taken.holderId() + ", and the line is of " + id));
        }
    }

    private void byKeys(Candidate candidate) {
        var holders = known.holdersOf(candidate.number());
        var ids = holders.stream().map(Taken::holderId).distinct().sorted().toList();
        if (ids.size() > 1) {
            candidate.refuse(
                    pointer(candidate, holders.getFirst()),
                    "the line names several institutes: "
                            + holders.stream()
                                    .map(taken -> taken.kind() + " " + taken.value() + " is of " + taken.holderId())
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        } else {
            ids.stream().flatMap(id -> known.institute(id).stream()).forEach(candidate::isOf);
        }
    }

    private void bind(Candidate candidate) {
        var stored = candidate.stored();
        if (stored != null) {
            candidate.says(candidate.content().over(stored.written(), binder));
        }
        try {
            candidate.asksFor(
                    binder.bind(candidate.record(), InstituteRequest.class).normal());
        } catch (Problem e) {
            candidate.refuse(e.violations());
        }
    }

    /** The institute of the same name, if the line says nothing of it that it does not say itself. */
    static boolean becomesIfSame(Candidate candidate, List<Institute> namesakes, JsonBinder binder) {
        for (var namesake : namesakes) {
            var stored = namesake.written();
            var whole = candidate.content().over(stored, binder);
            var request = binder.bind(whole, InstituteRequest.class).normal();
            var placed = request.parentId() == null ? request.under(stored.parentId()) : request;
            if (placed.equals(stored.normal())) {
                candidate.isOf(namesake);
                candidate.says(whole);
                candidate.asksFor(placed);
                return true;
            }
        }
        return false;
    }

    private static String pointer(Candidate candidate, Taken taken) {
        return LineKeys.pointer(candidate.record(), taken.kind(), taken.value());
    }

    private static boolean holdsKeys(InstituteStatus status) {
        return status != InstituteStatus.REJECTED && status != InstituteStatus.MERGED;
    }
}
