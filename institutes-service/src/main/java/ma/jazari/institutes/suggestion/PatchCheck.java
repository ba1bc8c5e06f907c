package ma.jazari.institutes.suggestion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.institutes.institute.InstituteKind;
import ma.jazari.institutes.institute.InstitutePolicy;
import ma.jazari.institutes.institute.InstituteRepository;
import ma.jazari.institutes.institute.InstituteRequest;
import ma.jazari.platform.json.JsonBinder;
import ma.jazari.platform.json.MergePatch;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.Violation;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Checks a patch as the change that it proposes would be checked. What only time can tell is seen when it is applied. */
@ApplicationScoped
class PatchCheck {

    private static final String PATCH = "/patch";

    private final InstituteRepository institutes;
    private final JsonBinder binder;
    private final WrittenForm form;

    PatchCheck(InstituteRepository institutes, JsonBinder binder, WrittenForm form) {
        this.institutes = institutes;
        this.binder = binder;
        this.form = form;
    }

    /**
     * The patch in the form in which it is kept: each value as the institute would have it.
     *
     * @throws Problem 400 with every violation
     */
    ObjectNode checked(ObjectNode patch, Institute institute, Actor actor) {
        var violations = new Violations();
        removals("", patch, InstituteRequest.class, violations);
        var after = bound(patch, institute, violations);
        kind(after, institute, violations);
        parent(after, institute, actor, violations);
        under(violations.all()).throwIfAny();
        var kept = SuggestedFields.valuesOf(patch, form.of(after));
        refuseIfNothingChanges(kept, institute, actor);
        return kept;
    }

    private InstituteRequest bound(ObjectNode patch, Institute institute, Violations violations) {
        try {
            var after = new MergePatch(patch).applyTo(binder.tree(institute.written()));
            return binder.bind(after, InstituteRequest.class);
        } catch (Problem problem) {
            problem.violations().forEach(violation -> violations.add(violation.pointer(), violation.detail()));
            throw Problem.invalid(under(violations.all()).all());
        }
    }

    /** The same violations, of the patch in a suggestion. */
    static Violations under(List<Violation> ofInstitute) {
        var violations = new Violations();
        ofInstitute.forEach(violation -> violations.add(PATCH + violation.pointer(), violation.detail()));
        return violations;
    }

    /** A null for what an institute does not have, or is read-only, would pass as a change of nothing. */
    private static void removals(String path, ObjectNode patch, Class<?> type, Violations violations) {
        patch.properties().forEach(property -> {
            var pointer = path + "/" + property.getKey();
            var known = component(type, property.getKey());
            if (known == null && property.getValue().isNull()) {
                violations.add(pointer, "is unknown or read-only");
            } else if (known != null
                    && known.getType().isRecord()
                    && property.getValue() instanceof ObjectNode nested) {
                removals(pointer, nested, known.getType(), violations);
            }
        });
    }

    private static @Nullable RecordComponent component(Class<?> type, String name) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static void kind(InstituteRequest after, Institute institute, Violations violations) {
        if (after.kind() != institute.kind()
                && (after.kind() == InstituteKind.ROOT || institute.kind() == InstituteKind.ROOT)) {
            violations.add("/kind", "does not change from or to ROOT");
        }
    }

    private void parent(InstituteRequest after, Institute institute, Actor actor, Violations violations) {
        var parentId = after.parentId();
        if (Objects.equals(parentId, institute.parentId())) {
            return;
        }
        if (parentId == null) {
            if (institute.status().isPublished() && after.kind() != InstituteKind.ROOT) {
                violations.add("/parentId", "is required: every institute of the network reaches its root");
            }
        } else if (!isSeen(parentId, actor)) {
            violations.add("/parentId", "there is no institute " + parentId + " that you may see");
        } else if (institutes.isSameOrAbove(institute.id(), parentId)) {
            violations.add("/parentId", "the institute would stand above itself");
        }
    }

    private boolean isSeen(String parentId, Actor actor) {
        return institutes
                .findByIdOptional(parentId)
                .filter(parent -> InstitutePolicy.mayRead(parent.id(), parent.status(), actor))
                .isPresent();
    }

    private void refuseIfNothingChanges(ObjectNode kept, Institute institute, Actor actor) {
        var current = form.of(institute);
        boolean contactsAreHidden = !InstitutePolicy.maySeePrivate(institute.id(), actor);
        boolean changes = SuggestedFields.of(kept, current, current).stream()
                .anyMatch(field -> !field.changesNothing()
                        // Else a refusal would tell a stranger that it has guessed the contacts.
                        || (contactsAreHidden && field.holdsContacts()));
        if (!changes) {
            throw Problem.invalid(PATCH, "changes nothing: the institute has these values already");
        }
    }
}
