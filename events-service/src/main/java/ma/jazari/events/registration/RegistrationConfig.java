package ma.jazari.events.registration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How registrations are kept up to date. */
@ConfigMapping(prefix = "jazari.registrations")
public interface RegistrationConfig {

    /** Where the registry is reached from outside; the links in mails begin with it. */
    @WithDefault("${jazari.calendar.public-url:http://localhost:8080}")
    URI publicUrl();

    /** How long after one look for offers that lapsed and data to be erased comes the next. */
    @WithDefault("5S")
    Duration every();

    /** How many events one look takes on, and how many persons of one event are erased, or told news, in one transaction. */
    @WithDefault("200")
    int batch();

    /** How many wait in line at one event's desk; who comes then is asked to come back. */
    @WithDefault("2000")
    int longestLine();

    /** How long one waits in that line at the most. */
    @WithDefault("10S")
    Duration longestWait();

    /** What who is sent away is told to wait before coming back. */
    @WithDefault("2S")
    Duration comeBackAfter();

    /** How long after its link was sent to somebody who asked for it, a registration's link is not sent again. */
    @WithDefault("1H")
    Duration linkAgainAfter();
}
