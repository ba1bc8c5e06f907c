package ma.jazari.events.registration;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * A mail address as one registers by it: all ways of writing one address have the same value. Letters are in their
 * compatibility form (NFKC) and in lower case, the domain is as the name system has it (IDNA).
 *
 * <p>{@code amina+lab@example.org} is another address than {@code amina@example.org}, since not every mail server takes them
 * for one. The limits of what is sent go by the {@link #mailbox()}, which is the same.
 */
record MailAddress(String value) {

    /** What an address looks like; clients in JavaScript read the pattern too, so it has no {@code \p{Cntrl}}. */
    static final String FORM =
            "[^\\s@,;<>\"()\\[\\]\\\\\\x00-\\x1F\\x7F]{1,64}@[^\\s@,;<>\"()\\[\\]\\\\\\x00-\\x1F\\x7F.]+(\\.[^\\s@,;<>\"()\\[\\]\\\\\\x00-\\x1F\\x7F.]+)+";

    static final int LONGEST = 254;

    /** Empty for what no mail can be sent to, or what is too long once it is written out. */
    static Optional<MailAddress> of(String written) {
        var text = compatible(written);
        int at = text.lastIndexOf('@');
        if (at < 0) {
            return Optional.empty();
        }
        try {
            var domain = IDN.toASCII(text.substring(at + 1), IDN.ALLOW_UNASSIGNED);
            var value = compatible((text.substring(0, at + 1) + domain).toLowerCase(Locale.ROOT));
            return value.length() <= LONGEST && value.matches(FORM)
                    ? Optional.of(new MailAddress(value))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // Of IDN, for what is no domain.
            return Optional.empty();
        }
    }

    private static String compatible(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** The address without what follows a plus: whose mailbox it is, as a rule. */
    String mailbox() {
        int plus = value.indexOf('+');
        return plus > 0 && plus < value.indexOf('@')
                ? value.substring(0, plus) + value.substring(value.indexOf('@'))
                : value;
    }
}
