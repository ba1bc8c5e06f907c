package ma.jazari.events.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.UUID;

/** Hands a mail over: to a mail server, or to a folder. */
@ApplicationScoped
class Post {

    private final Smtp smtp;
    private final MailConfig config;
    private final Clock clock;

    Post(Smtp smtp, MailConfig config, Clock clock) {
        this.smtp = smtp;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param id the mail's own; handed over again, it is known to be the same
     * @throws AddressRefused if it will never be delivered to this address
     */
    void send(UUID id, Mail mail) throws MessagingException, IOException {
        switch (config.transport()) {
            case SMTP -> smtp.send(id, mail);
            case FOLDER -> toFolder(id, mail);
        }
    }

    /** A file appears when it is complete. */
    private void toFolder(UUID id, Mail mail) throws IOException {
        Files.createDirectories(config.folder());
        var name = id + ".txt";
        var unfinished = config.folder().resolve("." + name);
        Files.writeString(
                unfinished,
                "From: %s%nTo: %s%nDate: %s%nSubject: %s%n%n%s"
                        .formatted(config.from(), mail.to(), clock.instant(), mail.subject(), mail.text()));
        Files.move(unfinished, config.folder().resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
