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

    /** How long an event is left alone whose registrations could not be brought up to date, so that it holds up no other. */
    @WithDefault("5M")
    Duration againAfter();

    /** How long after its old end the persons of a postponed event are kept at least. */
    @WithDefault("365D")
    Duration keptWhilePostponed();

    /** How many may wait for a place, or for the organiser's answer, at any event that has a capacity. */
    @WithDefault("1000")
    int queueAtLeast();

    /** How many may wait for each place of the event, where those are more. */
    @WithDefault("10")
    int queuePerPlace();

    /** How often registrations by one address end at an event before it needs an account to register there again. */
    @WithDefault("3")
    int anonymousReturns();

    /** How many mails a day callers without an account cause to one mailbox, over all events. */
    @WithDefault("10")
    int anonymousMails();

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
