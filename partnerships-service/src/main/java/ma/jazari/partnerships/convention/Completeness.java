package ma.jazari.partnerships.convention;

import java.util.Optional;
import ma.jazari.partnerships.agreement.Agreement;

/** What a text must have before it can be proposed; a draft may lack it. */
final class Completeness {

    private Completeness() {}

    /** What is missing, in words. */
    static Optional<String> violation(Agreement agreement) {
        int parties = agreement.parties().size();
        return parties < 2 || agreement.signatories() < 2
                ? Optional.of("A convention has two parties or more, of which at least two are SIGNATORY; this one has "
                        + parties + " and " + agreement.signatories() + ".")
                : Optional.empty();
    }
}
