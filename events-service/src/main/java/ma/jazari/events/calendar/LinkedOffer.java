package ma.jazari.events.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import ma.jazari.events.programevent.Admission;
import ma.jazari.events.programevent.Places;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.programevent.ProgramEventStatus;
import org.jspecify.annotations.Nullable;

/**
 * Registration for a program event as an offer, which is what schema.org has for it.
 *
 * @param price registration costs nothing
 * @param availability whether there is a free place
 * @param validFrom null where one can register since the event was published
 * @param url where one registers
 */
record LinkedOffer(
        @JsonProperty("@type") String type,
        String price,
        String priceCurrency,
        String availability,
        @Nullable String validFrom,
        String validThrough,
        String url) {

    /**
     * The offer of a place.
     *
     * @param places null where nobody registers
     * @return null where one cannot register, or cannot any more
     */
    static @Nullable LinkedOffer of(ProgramEventState event, @Nullable Places places, Linking linking) {
        var settings = event.registration();
        if (settings == null
                || places == null
                || settings.admission() == Admission.CLOSED
                || event.status() != ProgramEventStatus.PUBLISHED) {
            return null;
        }
        var opens = settings.opensAt(event.zone(), linking.zones());
        var closes = settings.closesAt(event.startInstant(), event.zone(), linking.zones());
        if (!linking.now().isBefore(closes)) {
            return null;
        }
        return new LinkedOffer(
                "Offer",
                "0",
                "MAD",
                Linking.SCHEMA + "/" + availability(places),
                opens == null ? null : linking.time(opens, event.zone()),
                linking.time(closes, event.zone()),
                linking.wording().registrationUrl(event));
    }

    private static String availability(Places places) {
        return places.free() == null || places.free() > 0 ? "InStock" : "SoldOut";
    }
}
