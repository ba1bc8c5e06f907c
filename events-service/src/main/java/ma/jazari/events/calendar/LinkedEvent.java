package ma.jazari.events.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import ma.jazari.events.programevent.Places;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.programevent.ProgramEventType;
import ma.jazari.events.programevent.Venue;
import ma.jazari.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A program event as schema.org describes events, in JSON-LD, for search engines and whoever else reads it.
 *
 * @param name in the caller's language
 * @param startDate with its offset from UTC
 * @param inLanguage what is spoken there
 * @param offers registration; null where one cannot register
 * @param subEvent its sessions, in the order of time
 * @param subjectOf its files
 * @param potentialAction how one answers a call
 */
record LinkedEvent(
        @JsonProperty("@context") String context,
        @JsonProperty("@type") String type,
        @JsonProperty("@id") String id,
        String identifier,
        String name,
        @Nullable String description,
        List<String> inLanguage,
        String startDate,
        String endDate,
        String eventStatus,
        String eventAttendanceMode,
        List<Location> location,
        List<Organization> organizer,
        @Nullable LinkedOffer offers,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LinkedSession> subEvent,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LinkedFile> subjectOf,
        @Nullable LinkedAction potentialAction,
        String url) {

    /** Where it is held. */
    sealed interface Location {}

    record Place(
            @JsonProperty("@type") String type,
            String name,
            @Nullable PostalAddress address,
            @Nullable GeoCoordinates geo)
            implements Location {

        static Place of(Venue venue, @Nullable String room) {
            var name = Stream.of(room, venue.name(), venue.city())
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow();
            // A region says that it is in Morocco; a place abroad has none, and its country is not known.
            var country = venue.region() == null ? null : "MA";
            var address = new PostalAddress("PostalAddress", venue.city(), venue.region(), country);
            return new Place("Place", Wording.clean(name), address, GeoCoordinates.of(venue));
        }

        static Place of(String room) {
            return new Place("Place", Wording.clean(room), null, null);
        }
    }

    record VirtualLocation(@JsonProperty("@type") String type, String url) implements Location {}

    record PostalAddress(
            @JsonProperty("@type") String type,
            String addressLocality,
            @Nullable String addressRegion,
            @Nullable String addressCountry) {}

    record GeoCoordinates(@JsonProperty("@type") String type, double latitude, double longitude) {

        static @Nullable GeoCoordinates of(Venue venue) {
            return venue.lat() == null || venue.lon() == null
                    ? null
                    : new GeoCoordinates("GeoCoordinates", venue.lat(), venue.lon());
        }
    }

    record Organization(@JsonProperty("@type") String type, @JsonProperty("@id") String id, String name, String url) {

        static Organization of(String institute, Wording wording) {
            var url = wording.instituteUrl(institute);
            var name = wording.host(institute).map(LocalText::value).orElse(institute);
            return new Organization("Organization", url, name, url);
        }
    }

    /** @param places null where nobody registers */
    static LinkedEvent of(ShownEvent shown, @Nullable Places places, Linking linking) {
        var event = shown.state();
        var wording = linking.wording();
        return new LinkedEvent(
                Linking.SCHEMA,
                type(event.type()),
                wording.eventUrl(event),
                event.id(),
                wording.title(event).value(),
                wording.description(event).map(LocalText::value).orElse(null),
                event.languages(),
                linking.wallTime(event.start(), event.zone()),
                linking.wallTime(event.end(), event.zone()),
                status(event),
                mode(event),
                locations(event, null),
                event.hostInstituteIds().stream()
                        .map(host -> Organization.of(host, wording))
                        .toList(),
                LinkedOffer.of(event, places, linking),
                shown.agenda().stream()
                        .map(session -> LinkedSession.of(session, event, linking))
                        .toList(),
                shown.files().stream().map(file -> LinkedFile.of(file, wording)).toList(),
                LinkedAction.of(event, linking),
                wording.eventUrl(event));
    }

    /** The nearest type that schema.org has. */
    private static String type(ProgramEventType type) {
        return switch (type) {
            case TRAINING, SEMINAR -> "EducationEvent";
            case HACKATHON -> "Hackathon";
            case CONFERENCE -> "ConferenceEvent";
            case NATIONAL_DAY, SIGNATURE_CEREMONY, CALL -> "Event";
        };
    }

    static String status(ProgramEventState event) {
        return Linking.SCHEMA + "/"
                + switch (event.status()) {
                    case DRAFT, PUBLISHED, COMPLETED -> "EventScheduled";
                    case POSTPONED -> "EventPostponed";
                    case CANCELLED -> "EventCancelled";
                };
    }

    static String mode(ProgramEventState event) {
        return Linking.SCHEMA + "/"
                + switch (event.attendance()) {
                    case ON_SITE -> "OfflineEventAttendanceMode";
                    case ONLINE -> "OnlineEventAttendanceMode";
                    case MIXED -> "MixedEventAttendanceMode";
                };
    }

    /** @param room of a session; null for the event as a whole */
    static List<Location> locations(ProgramEventState event, @Nullable String room) {
        var place = event.venue() == null
                ? Stream.ofNullable(room).map(Place::of)
                : Stream.of(Place.of(event.venue(), room));
        var addresses = Stream.ofNullable(event.onlineUrl()).map(url -> new VirtualLocation("VirtualLocation", url));
        var locations = Stream.<Location>concat(place, addresses).toList();
        return locations.isEmpty() && event.call() != null
                ? List.of(new VirtualLocation("VirtualLocation", event.call().submissionUrl()))
                : locations;
    }
}
