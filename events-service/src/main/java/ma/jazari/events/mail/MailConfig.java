package ma.jazari.events.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How mails leave the registry. */
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

    Smtp smtp();

    /** The folder, where that is the transport. */
    @WithDefault("mails")
    Path folder();

    /** Whom mails come from. */
    @WithDefault("Réseau Al-Jazari <registre@jazari.example>")
    String from();

    /** How long after one look for mails to be sent comes the next. */
    @WithDefault("2S")
    Duration every();

    /** How many are handed over at the same time, so that one that hangs does not hold up the others. */
    @WithDefault("8")
    int atOnce();

    /** How long the mail server has for each of its answers. */
    @WithDefault("30S")
    Duration timeout();

    /** The pause after the first attempt that failed; it doubles with each further one. */
    @WithDefault("10S")
    Duration firstPause();

    @WithDefault("1H")
    Duration longestPause();

    /** How long after it was written it is tried to send a mail; it is given up after that, and kept. */
    @WithDefault("72H")
    Duration tryFor();

    /** The mail server. */
    interface Smtp {

        @WithDefault("localhost")
        String host();

        @WithDefault("25")
        int port();

        /** Without a name, nobody logs in. */
        Optional<String> username();

        Optional<String> password();

        @WithDefault("STARTTLS_IF_OFFERED")
        Security security();
    }

    /** How the way to the mail server is kept from being read. */
    enum Security {
        NONE,
        STARTTLS_IF_OFFERED,
        /** Nothing is sent where the server does not offer it. */
        STARTTLS,
        /** From the first byte on, mostly at port 465. */
        TLS
    }
}
