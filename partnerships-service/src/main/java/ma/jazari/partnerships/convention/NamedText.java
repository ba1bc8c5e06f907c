package ma.jazari.partnerships.convention;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jazari.partnerships.agreement.AgreementDiff;
import ma.jazari.partnerships.agreement.CanonicalForm;
import ma.jazari.partnerships.lifecycle.Text;
import ma.jazari.platform.changelog.FieldChange;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import ma.jazari.platform.security.Actor;

/** Whether an approval or a signature names the text that is there. */
@ApplicationScoped
public class NamedText {

    private final RevisionRepository revisions;

    NamedText(RevisionRepository revisions) {
        this.revisions = revisions;
    }

    /**
     * @throws Problem 409 with the text that is there now, and what differs from the one that was named, as far as that
     *     one is known
     */
    public void check(Convention convention, Text now, int revision, String digest, Actor actor) {
        if (now.isNamedBy(revision, digest)) {
            return;
        }
        var problem = Problem.of(
                        ProblemType.STALE_DIGEST,
                        "The text that is there is revision " + now.revision() + " with the digest " + now.digest()
                                + ", not revision " + revision + " with " + digest + ".")
                .with("current", Map.of("revision", now.revision(), "digest", now.digest()));
        throw difference(convention, now, digest, actor)
                .map(changes -> problem.with("difference", changes))
                .orElse(problem);
    }

    private Optional<List<FieldChange>> difference(Convention convention, Text now, String digest, Actor actor) {
        return revisions.of(List.of(convention.id())).stream()
                .filter(known -> known.digest().equals(digest) && known.isSeenBy(actor))
                .findFirst()
                .map(known -> AgreementDiff.between(known.canonical(), CanonicalForm.of(now.agreement())));
    }
}
