package ma.jazari.partnerships.convention;

import ma.jazari.partnerships.agreement.Agreement;
import ma.jazari.partnerships.agreement.CanonicalForm;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;

/** How long a text may be, so that the convention with all that is said to it still fits into a message. */
final class TextSize {

    private static final int MOST_CHARS = 500_000;

    private TextSize() {}

    /** @throws Problem 413 */
    static void check(Agreement agreement) {
        if (CanonicalForm.of(agreement).length() > MOST_CHARS) {
            throw Problem.of(
                    ProblemType.TOO_LARGE, "A text has 500,000 characters at most; put what is longer into an annex.");
        }
    }
}
