package ma.jazari.events.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import ma.jazari.events.time.ZoneTimes;

/**
 * How linked data is written.
 *
 * @param now what is over by then is not offered
 */
record Linking(Wording wording, ZoneTimes zones, Instant now) {

    static final String SCHEMA = "https://schema.org";

    /** A wall time with the offset that is in force there and then, whatever rules its instant was derived by. */
    String wallTime(String wall, String zone) {
        return time(zones.moment(LocalDateTime.parse(wall), zone), zone);
    }

    /** An instant as it reads in the zone, with the offset that is in force there and then. */
    String time(Instant instant, String zone) {
        return OffsetDateTime.ofInstant(instant, zones.rules(zone).getOffset(instant))
                .toString();
    }
}
