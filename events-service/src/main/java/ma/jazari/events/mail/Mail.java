package ma.jazari.events.mail;

import java.util.UUID;

/**
 * A mail to one person.
 *
 * @param about the record that it is about; when the person is erased from that, so are its mails
 * @param to the mail address
 */
public record Mail(UUID about, String to, String subject, String text) {

    /** Nothing of it belongs into a log. */
    @Override
    public String toString() {
        return "Mail about " + about;
    }
}
