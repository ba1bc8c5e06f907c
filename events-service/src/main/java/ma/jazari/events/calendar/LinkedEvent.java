package ma.jazari.events.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import ma.jazari.events.programevent.Attendance;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.programevent.ProgramEventStatus;
import ma.jazari.events.programevent.ProgramEventType;
import ma.jazari.events.programevent.Venue;
import ma.jazari.events.time.ZoneTimes;
import ma.jazari.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A program event as schema.org describes events, in JSON-LD, for search engines and whoever else reads it.
 *
 * @param name in the caller's language
 * @param startDate with its offset from UTC
 * @param inLanguage what is spoken there
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
        String url) {

    private static final String SCHEMA = "https://schema.org";

    /** Where it is held. */
    sealed interface Location {}

    record Place(@JsonProperty("@type") String type, String name, PostalAddress address, @Nullable GeoCoordinates geo)
            implements Location {

        static Place of(Venue venue) {
            var name = venue.name() == null ? venue.city() : venue.name();
            // A region says that it is in Morocco; a place abroad has none, and its country is not known.
            var country = venue.region() == null ? null : "MA";
            var address = new PostalAddress("PostalAddress", venue.city(), venue.region(), country);
            return new Place("Place", Wording.clean(name), address, GeoCoordinates.of(venue));
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

    static LinkedEvent of(ProgramEventState event, Wording wording, ZoneTimes zones) {
        return new LinkedEvent(
                SCHEMA,
                type(event.type()),
                wording.eventUrl(event),
                event.id(),
                wording.title(event).value(),
                wording.description(event).map(LocalText::value).orElse(null),
                event.languages(),
                withOffset(event.startInstant(), event.zone(), zones),
                withOffset(event.endInstant(), event.zone(), zones),
                SCHEMA + "/" + status(event.status()),
                SCHEMA + "/" + mode(event.attendance()),
                locations(event),
                event.hostInstituteIds().stream()
                        .map(host -> Organization.of(host, wording))
                        .toList(),
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

    private static String status(ProgramEventStatus status) {
        return switch (status) {
            case DRAFT, PUBLISHED, COMPLETED -> "EventScheduled";
            case POSTPONED -> "EventPostponed";
            case CANCELLED -> "EventCancelled";
        };
    }

    private static String mode(Attendance attendance) {
        return switch (attendance) {
            case ON_SITE -> "OfflineEventAttendanceMode";
            case ONLINE -> "OnlineEventAttendanceMode";
            case MIXED -> "MixedEventAttendanceMode";
        };
    }

    private static List<Location> locations(ProgramEventState event) {
        var places = Stream.ofNullable(event.venue()).map(Place::of);
        var addresses = Stream.ofNullable(event.onlineUrl()).map(url -> new VirtualLocation("VirtualLocation", url));
        return Stream.<Location>concat(places, addresses).toList();
    }

    private static String withOffset(Instant instant, String zone, ZoneTimes zones) {
        return OffsetDateTime.ofInstant(instant, zones.rules(zone).getOffset(instant))
                .toString();
    }
}
