package ma.jazari.institutes.merge;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.institutes.institute.InstitutePolicy;
import ma.jazari.institutes.institute.InstituteRequest;
import ma.jazari.institutes.institute.InstituteStatus;
import ma.jazari.institutes.part.Parts;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.json.JsonBinder;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.Violation;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Which institutes can be merged into which. */
@ApplicationScoped
class MergeRules {

    private static final Set<InstituteStatus> SUCCESSORS = Set.of(InstituteStatus.ACTIVE, InstituteStatus.SUSPENDED);
    private static final Set<String> GROWING = Set.of("/names", "/links", "/domains", "/externalIds");

    private final JsonBinder binder;

    MergeRules(JsonBinder binder) {
        this.binder = binder;
    }

    /** The one that ends. @throws Problem where it is not there, not as expected, or cannot be merged by the actor */
    Institute source(@Nullable Institute found, String id, ExpectedVersion expected, Actor actor) {
        if (found == null) {
            throw Problem.notFound("institute", id);
        }
        InstitutePolicy.checkMayChange(found, actor);
        if (found.successorId() != null) {
            throw Problem.conflict("It was merged into " + found.successorId() + ". Change that one.")
                    .with("successorId", found.successorId());
        }
        expected.check(found.version());
        var open = InstitutePolicy.moves(found.kind(), id, found.status(), actor);
        if (!open.contains(InstituteStatus.MERGED)) {
            throw Problem.moveNotAllowed(found.status(), InstituteStatus.MERGED, open);
        }
        return found;
    }

    /** The one that stays. @throws Problem 400 where the actor may not know of it, 409 where it is not in the network */
    Institute successor(@Nullable Institute found, String id, Actor actor) {
        if (found == null || !InstitutePolicy.mayRead(found.id(), found.status(), actor)) {
            throw Problem.invalid("/successorId", "there is no institute " + id + " that you may see");
        }
        if (!SUCCESSORS.contains(found.status())) {
            throw Problem.conflict("The successor " + id + " is " + found.status() + "; it must be one of "
                    + SUCCESSORS.stream().sorted().toList() + ".");
        }
        return found;
    }

    /** @throws Problem 409 where the successor would have more of something than a record holds */
    void checkFits(InstituteRequest grown) {
        try {
            binder.bind(binder.tree(grown), InstituteRequest.class);
        } catch (Problem refused) {
            var tooMuch = refused.violations().stream()
                    .filter(violation -> GROWING.contains(violation.pointer()))
                    .toList();
            if (!tooMuch.isEmpty()) {
                throw Problem.conflict("With what it gains the successor would not fit into a record: "
                                + tooMuch.stream().map(MergeRules::text).collect(Collectors.joining("; "))
                                + ". Shorten the records first.")
                        .with("limits", tooMuch);
            }
        }
    }

    /** @throws Problem 409 where the successor would have more parts of a kind than an institute has */
    static void checkRoom(Map<String, Integer> tooMany) {
        if (!tooMany.isEmpty()) {
            throw Problem.conflict("The successor would have more than " + Parts.MAX_PARTS + " of a kind: " + tooMany
                    + ". Take some away first.");
        }
    }

    private static String text(Violation violation) {
        return violation.pointer() + " " + violation.detail();
    }
}
