package ma.jazari.partnerships.convention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import ma.jazari.partnerships.agreement.CanonicalForm;
import ma.jazari.partnerships.agreement.Digest;
import ma.jazari.platform.json.JsonBinder;
import ma.jazari.platform.json.MergePatch;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.Violation;
import ma.jazari.platform.security.Actor;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Looks at a convention that is not stored: whether it could be drafted and proposed as it is, and its digest. */
@ApplicationScoped
class ConventionValidation {

    private final JsonBinder binder;
    private final Parties parties;

    ConventionValidation(JsonBinder binder, Parties parties) {
        this.binder = binder;
        this.parties = parties;
    }

    /** What is wrong with a convention, and what its text would be named by. */
    @Schema(name = "ConventionValidation")
    public record Result(
            @Schema(description = "Everything that is wrong; empty where it could be proposed as it is")
                    List<Violation> errors,
            @Schema(description = "Absent where the text cannot be read") @Nullable Digest digest,
            @Schema(
                            description = "The very text that the digest is over",
                            examples = "{\"domains\":[\"RESEARCH\"],\"kind\":\"FRAMEWORK\"}")
                    @Nullable String canonicalForm) {}

    @Transactional
    public Result validate(MergePatch body, Actor actor) {
        ConventionRequest request;
        try {
            request = binder.bind(body.patch(), ConventionRequest.class);
        } catch (Problem problem) {
            return new Result(problem.violations(), null, null);
        }
        var agreement = request.agreement();
        var canonical = CanonicalForm.of(agreement);
        var errors = new ArrayList<>(parties.violations(agreement, actor));
        for (int i = 0; i < agreement.annexesOrNone().size(); i++) {
            errors.add(new Violation("/annexes/" + i, "is uploaded to the draft once that is there"));
        }
        return new Result(errors, CanonicalForm.digest(canonical), canonical);
    }
}
