package ma.jazari.events.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** How mails leave the registry. The server of SMTP is configured by {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "jazari.mail")
public interface MailConfig {

    /** Where mails go. */
    enum Transport {
        /** To a mail server. */
        SMTP,
        /** Into a folder, a file each; for a place to practise in. */
        FOLDER
    }

    @WithDefault("SMTP")
    Transport transport();

    /** The folder, where that is the transport. */
    @WithDefault("mails")
    Path folder();

    /** Whom mails come from. */
    @WithDefault("Réseau Al-Jazari <registre@jazari.example>")
    String from();

    /** How long after one look for mails to be sent comes the next. */
    @WithDefault("2S")
    Duration every();

    /** How many mails one look takes on. */
    @WithDefault("100")
    int batch();

    /** How often it is tried to send one before it is given up; the pause doubles each time, from ten seconds. */
    @WithDefault("12")
    int attempts();

    /** How long one attempt may take. */
    @WithDefault("30S")
    Duration timeout();
}
