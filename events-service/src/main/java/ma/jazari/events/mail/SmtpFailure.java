package ma.jazari.events.mail;

import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Why a mail was not taken, without what is personal: servers repeat addresses in their answers. */
final class SmtpFailure {

    // A mailbox that is full, and a server that wants to know who asks: both can be otherwise tomorrow.
    private static final Set<Integer> NOT_FOR_GOOD = Set.of(552, 530);
    // RFC 3463: refused by a rule of the server (a relay, a block list), not for the address.
    private static final Pattern BY_A_RULE = Pattern.compile("5\\d\\d[ -]5\\.7\\.\\d+.*", Pattern.DOTALL);

    private SmtpFailure() {}

    /** Whether the server says that nobody is reached by the address, and will not be. */
    static boolean isOfAddress(MessagingException failure) {
        return chain(failure)
                .filter(SMTPAddressFailedException.class::isInstance)
                .map(SMTPAddressFailedException.class::cast)
                .anyMatch(refused -> refused.getReturnCode() / 100 == 5
                        && !NOT_FOR_GOOD.contains(refused.getReturnCode())
                        && !BY_A_RULE
                                .matcher(String.valueOf(refused.getMessage()))
                                .matches());
    }

    /** The class of the failure, with the code of SMTP if there is one. */
    static String describe(Throwable failure) {
        var last = chain(failure).reduce(failure, (before, after) -> after);
        var name = last.getClass().getSimpleName();
        return code(failure).map(code -> name + " " + code).orElse(name);
    }

    private static Optional<Integer> code(Throwable failure) {
        return chain(failure).flatMap(SmtpFailure::codeOf).reduce((before, after) -> after);
    }

    private static Stream<Integer> codeOf(Throwable failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> Stream.of(address.getReturnCode());
            case SMTPSenderFailedException sender -> Stream.of(sender.getReturnCode());
            case SMTPSendFailedException send -> Stream.of(send.getReturnCode());
            default -> Stream.empty();
        };
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
