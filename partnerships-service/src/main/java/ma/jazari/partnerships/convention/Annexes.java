package ma.jazari.partnerships.convention;

import java.util.List;
import ma.jazari.partnerships.agreement.Agreement;
import ma.jazari.partnerships.attachment.AttachedFile;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.Violations;

/** The files that are part of a text, which names them by their digests. */
final class Annexes {

    private Annexes() {}

    /** @throws Problem 400 for an annex that is none of the files */
    static void check(Agreement text, List<AttachedFile> files) {
        var violations = new Violations();
        var annexes = text.annexesOrNone();
        for (int i = 0; i < annexes.size(); i++) {
            var digest = annexes.get(i);
            if (files.stream().noneMatch(file -> file.digest().equals(digest))) {
                violations.add("/annexes/" + i, "is the digest of no attachment of the convention; upload it first");
            }
        }
        violations.throwIfAny();
    }
}
