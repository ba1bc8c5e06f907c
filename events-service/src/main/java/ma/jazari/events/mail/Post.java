package ma.jazari.events.mail;

import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import ma.jazari.platform.id.Uuids;

/** Hands a mail over: to a mail server, or to a folder. */
@ApplicationScoped
class Post {

    private final ReactiveMailer mailer;
    private final MailConfig config;
    private final Clock clock;

    Post(ReactiveMailer mailer, MailConfig config, Clock clock) {
        this.mailer = mailer;
        this.config = config;
        this.clock = clock;
    }

    /** @throws RuntimeException if it could not be handed over in time */
    void send(Mail mail) {
        switch (config.transport()) {
            case SMTP -> toServer(mail);
            case FOLDER -> toFolder(mail);
        }
    }

    private void toServer(Mail mail) {
        var message = io.quarkus.mailer.Mail.withText(mail.to(), mail.subject(), mail.text())
                .setFrom(config.from());
        mailer.send(message).await().atMost(config.timeout());
    }

    /** A file appears when it is complete. */
    private void toFolder(Mail mail) {
        try {
            Files.createDirectories(config.folder());
            var name = Uuids.next() + ".txt";
            var unfinished = config.folder().resolve("." + name);
            Files.writeString(
                    unfinished,
                    "From: %s%nTo: %s%nDate: %s%nSubject: %s%n%n%s"
                            .formatted(config.from(), mail.to(), clock.instant(), mail.subject(), mail.text()));
            Files.move(unfinished, config.folder().resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
