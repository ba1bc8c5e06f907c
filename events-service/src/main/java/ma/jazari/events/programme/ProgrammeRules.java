package ma.jazari.events.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Objects;
import java.util.UUID;
import ma.jazari.events.institutecopy.KnownInstitutes;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/** The rules that a programme keeps with other records. Their callers hold the tree. */
@ApplicationScoped
class ProgrammeRules {

    private final ProgrammeRepository programmes;
    private final KnownInstitutes institutes;
    private final Instance<TreeRule> treeRules;

    ProgrammeRules(ProgrammeRepository programmes, KnownInstitutes institutes, Instance<TreeRule> treeRules) {
        this.programmes = programmes;
        this.institutes = institutes;
        this.treeRules = treeRules;
    }

    void checkNew(Programme programme) {
        var violations = new Violations();
        if (programme.status() == ProgrammeStatus.CLOSED) {
            violations.add("/status", "must be PLANNED or ACTIVE of a new programme");
        }
        checkParent(programme, programme.parentId(), violations);
        checkLead(programme.leadInstituteId(), violations);
        violations.throwIfAny();
        checkCode(programme, programme.code());
    }

    void checkChange(Programme programme, ProgrammeRequest before, ProgrammeRequest after) {
        var violations = new Violations();
        if (after.status() != before.status()) {
            violations.add("/status", "moves by /transitions, not by a patch");
        }
        boolean moved = !Objects.equals(after.parentId(), before.parentId());
        if (moved) {
            checkParent(programme, after.parentId(), violations);
        }
        if (!Objects.equals(after.leadInstituteId(), before.leadInstituteId())) {
            checkLead(after.leadInstituteId(), violations);
        }
        if (programme.indicators().stream()
                .anyMatch(indicator -> !indicator.targetDate().isAfter(after.from()))) {
            violations.add("/from", "must be before the target date of each of its indicators");
        }
        violations.throwIfAny();
        if (moved && after.parentId() != null) {
            checkMove(programme, UUID.fromString(after.parentId()));
        }
        checkCode(programme, after.code());
    }

    /** @throws Problem 409 where it would be public under a programme that is not */
    void checkMayBePublic(Programme programme, ProgrammeStatus to) {
        var parent = programme.parentId();
        if (to.isPublic()
                && parent != null
                && !programmes.findById(UUID.fromString(parent)).status().isPublic()) {
            throw Problem.conflict("It is part of a programme that is not public; activate that one first.");
        }
    }

    private void checkParent(Programme programme, @Nullable String parentId, Violations violations) {
        if (parentId == null) {
            return;
        }
        var parent = programmes.findByIdOptional(UUID.fromString(parentId));
        if (parent.isEmpty()) {
            violations.add("/parentId", "is no programme");
        } else if (programme.status().isPublic() && !parent.get().status().isPublic()) {
            violations.add("/parentId", "is a programme that is not public; what is public cannot be part of it");
        }
    }

    private void checkMove(Programme programme, UUID parent) {
        if (programmes.isSameOrAbove(UUID.fromString(programme.id()), parent)) {
            throw Problem.conflict("The programme " + parent
                    + " is a part of this one, or is it: a programme is no part" + " of itself.");
        }
        treeRules.forEach(rule -> rule.checkMove(programme, parent));
    }

    private void checkLead(@Nullable String institute, Violations violations) {
        if (institute != null
                && institutes
                        .find(institute)
                        .filter(KnownInstitutes.Known::isActive)
                        .isEmpty()) {
            violations.add("/leadInstituteId", "is no active institute");
        }
    }

    private void checkCode(Programme programme, String code) {
        if (programmes.isTaken(code, UUID.fromString(programme.id()))) {
            throw Problem.conflict("There is another programme whose code is " + code + ".");
        }
    }
}
