package ma.jazari.events.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;

/** Hands a mail over to a mail server. */
@ApplicationScoped
class Smtp {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailConfig config;
    private final Clock clock;
    private final Session session;

    Smtp(MailConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.session = Session.getInstance(properties(config));
    }

    private static Properties properties(MailConfig config) {
        var security = config.smtp().security();
        var properties = new Properties();
        properties.setProperty(
                "mail.smtp.auth", String.valueOf(config.smtp().username().isPresent()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(security == MailConfig.Security.TLS));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(security != MailConfig.Security.NONE));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(security == MailConfig.Security.STARTTLS));
        Stream.of("mail.smtp.connectiontimeout", "mail.smtp.timeout", "mail.smtp.writetimeout")
                .forEach(name -> properties.setProperty(
                        name, String.valueOf(config.timeout().toMillis())));
        return properties;
    }

    /**
     * @param id the mail's own: one that is sent again has the same Message-ID, by which mail programs know it again
     * @throws AddressRefused if it will never be delivered to this address
     * @throws MessagingException if the server cannot be reached, or does not take it now
     */
    void send(UUID id, Mail mail) throws MessagingException {
        var message = message(id, mail);
        var smtp = config.smtp();
        try (var transport = session.getTransport("smtp")) {
            transport.connect(
                    smtp.host(),
                    smtp.port(),
                    smtp.username().orElse(null),
                    smtp.password().orElse(null));
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            if (SmtpFailure.isOfAddress(e)) {
                throw new AddressRefused(e);
            }
            throw e;
        }
    }

    private MimeMessage message(UUID id, Mail mail) throws MessagingException {
        var from = sender();
        var message = new MimeMessage(session);
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, recipient(mail.to()));
        message.setSubject(mail.subject(), UTF_8);
        message.setText(mail.text(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        // RFC 3834: no program is to answer it.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        message.setHeader("Message-ID", "<" + id + "@" + domain(from) + ">");
        return message;
    }

    private InternetAddress sender() throws MessagingException {
        var from = new InternetAddress(config.from());
        try {
            from.setPersonal(from.getPersonal(), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JDK has UTF-8", e);
        }
        return from;
    }

    private static String domain(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
    }

    /** With its domain as DNS knows it. A name before the @ that is not ASCII could only be sent misspelt. */
    private static InternetAddress recipient(String address) {
        int at = address.lastIndexOf('@');
        try {
            var name = address.substring(0, at);
            if (!StandardCharsets.US_ASCII.newEncoder().canEncode(name)) {
                throw new AddressException("not ASCII");
            }
            return new InternetAddress(name + "@" + IDN.toASCII(address.substring(at + 1)), true);
        } catch (AddressException | IllegalArgumentException e) {
            throw new AddressRefused(e);
        }
    }
}
