package ma.jazari.partnerships.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import ma.jazari.partnerships.agreement.PartyRef;
import org.jspecify.annotations.Nullable;

/**
 * Something that is done to a convention.
 *
 * @param party on whose behalf; null for the network administrator in its own right, and for what a date does
 * @param by who does it
 * @param recorded whether the network administrator records what the party did elsewhere
 * @param at when
 * @param today the day that dates are compared with
 */
public record Act(@Nullable PartyRef party, Who by, boolean recorded, Instant at, LocalDate today) {

    /** The party. @throws IllegalStateException where there is none */
    public PartyRef onBehalfOf() {
        if (party == null) {
            throw new IllegalStateException("the act is on nobody's behalf");
        }
        return party;
    }
}
