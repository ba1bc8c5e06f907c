package ma.jazari.partnerships.convention;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import ma.jazari.partnerships.agreement.Agreement;
import ma.jazari.platform.json.JsonBinder;
import ma.jazari.platform.json.MergePatch;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.security.Actor;

/** Makes another text of one by a merge patch of what changes. */
@ApplicationScoped
class TextPatch {

    /** What a request has besides the text. */
    private static final Set<String> NOT_OF_THE_TEXT = Set.of("ownerParty", "contacts", "sample");

    private final JsonBinder binder;

    TextPatch(JsonBinder binder) {
        this.binder = binder;
    }

    /**
     * The text with the changes.
     *
     * @param within where the request has the changes, such as /revision
     * @throws Problem 400 with every violation, also where the actor would be no party any more
     */
    Agreement apply(ObjectNode changes, Convention convention, Agreement base, String within, Actor actor) {
        var violations = new Violations();
        NOT_OF_THE_TEXT.stream()
                .filter(changes::has)
                .sorted()
                .forEach(name -> violations.add(within + "/" + name, "is no part of the text"));
        violations.throwIfAny();
        try {
            var written = binder.tree(ConventionRequest.of(convention, base, List.of()));
            var request = binder.bind(new MergePatch(changes).applyTo(written), ConventionRequest.class);
            ConventionPolicy.checkStaysIn(request, actor);
            Annexes.check(request.agreement(), convention.attachments());
            TextSize.check(request.agreement());
            return request.agreement();
        } catch (Problem problem) {
            throw problem.within(within);
        }
    }
}
