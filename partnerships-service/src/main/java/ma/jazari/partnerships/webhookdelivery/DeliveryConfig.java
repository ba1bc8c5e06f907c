package ma.jazari.partnerships.webhookdelivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How messages are delivered to webhooks. */
@ConfigMapping(prefix = "jazari.webhooks.delivery")
public interface DeliveryConfig {

    /** The pause before each attempt, counted from the one before; after the last of them a message is given up. */
    @WithDefault("PT0S,PT5S,PT5M,PT30M,PT2H,PT5H,PT10H,PT14H,PT20H,PT24H")
    List<Duration> pauses();

    /** By how much of itself a pause is longer at most, by chance, so that what failed together does not come back together. */
    @WithDefault("0.1")
    double jitter();

    /** How long a receiver may take to answer, from the look-up of its name on. */
    @WithDefault("PT15S")
    Duration timeout();

    /** The longest time that a Retry-After is honoured for. */
    @WithDefault("PT24H")
    Duration longestRetryAfter();

    /** A webhook is disabled once no attempt has succeeded for this long. */
    @WithDefault("P5D")
    Duration disableAfter();

    /** A failure this long after the last one begins to count anew: nothing was tried in between. */
    @WithDefault("P3D")
    Duration failuresApart();

    /** How many messages wait for a webhook at most; what comes then is taken up once there is room. */
    @WithDefault("10000")
    int longestQueue();

    /** How many messages are on their way to one webhook at once. */
    @WithDefault("4")
    int atOnce();

    /** How many messages a replica has on their way at once. */
    @WithDefault("128")
    int atOnceInAll();

    /** For how long a replica has a message to itself; longer than an attempt can take. */
    @WithDefault("PT1M")
    Duration claim();

    /** How long one look for what is due comes after another when nothing calls for one. */
    @WithDefault("PT1S")
    Duration every();

    /** How much of an answer's body is read at most; none of it is kept. */
    @WithDefault("65536")
    int longestAnswer();

    /** How long finished deliveries stay in the log. */
    @WithDefault("P30D")
    Duration keep();
}
