package ma.jazari.events.calendar;

import static ma.jazari.events.calendar.AgendaFixture.aSession;
import static ma.jazari.events.programevent.ProgramEventFixture.NOW;
import static ma.jazari.events.programevent.ProgramEventFixture.aCall;
import static ma.jazari.events.programevent.ProgramEventFixture.aSeminar;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import ma.jazari.events.calendar.LinkedEvent.Place;
import ma.jazari.events.calendar.LinkedEvent.VirtualLocation;
import ma.jazari.events.programevent.Places;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.programevent.ProgramEventType;
import ma.jazari.events.programevent.RegistrationSettings;
import ma.jazari.events.programevent.Venue;
import ma.jazari.events.session.AgendaItem;
import ma.jazari.events.time.ZoneTimes;
import ma.jazari.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkedEventTest {

    @Test
    void says_when_with_the_offset_of_that_time() {
        assertThat(linked(aSeminar().publishedState()).startDate()).isEqualTo("2026-06-01T10:00+01:00");
        assertThat(linked(aSeminar()
                                .from("2026-11-22T10:00")
                                .to("2026-11-22T12:00")
                                .publishedState())
                        .endDate())
                .isEqualTo("2026-11-22T12:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "TRAINING, EducationEvent",
        "SEMINAR, EducationEvent",
        "HACKATHON, Hackathon",
        "CONFERENCE, ConferenceEvent",
        "NATIONAL_DAY, Event",
        "CALL, Event"
    })
    void has_the_nearest_type_of_schema_org(ProgramEventType type, String expected) {
        assertThat(linked(aSeminar().of(type).publishedState()).type()).isEqualTo(expected);
    }

    @Test
    void says_what_has_become_of_it() {
        assertThat(linked(aSeminar().publishedState()).eventStatus()).isEqualTo("https://schema.org/EventScheduled");
        assertThat(linked(aSeminar().postponedState()).eventStatus()).isEqualTo("https://schema.org/EventPostponed");
        assertThat(linked(aSeminar().cancelledState(NOW)).eventStatus()).isEqualTo("https://schema.org/EventCancelled");
    }

    @Test
    void says_where_for_every_way_of_taking_part() {
        var mixed = linked(aSeminar().mixed("https://example.org/live").publishedState());

        assertThat(mixed.eventAttendanceMode()).isEqualTo("https://schema.org/MixedEventAttendanceMode");
        assertThat(mixed.location()).hasSize(2);
        assertThat(mixed.location().getFirst()).isInstanceOfSatisfying(Place.class, place -> {
            assertThat(place.address())
                    .extracting("addressRegion", "addressCountry")
                    .containsExactly("MA-03", "MA");
            assertThat(place.geo()).extracting("latitude", "longitude").containsExactly(34.03, -5.0);
        });
        assertThat(linked(aSeminar().online("https://example.org/live").publishedState())
                        .location())
                .containsExactly(new VirtualLocation("VirtualLocation", "https://example.org/live"));
        assertThat(linked(aSeminar()
                                .at(new Venue(null, "Dakar", null, null, null))
                                .publishedState())
                        .location())
                .first()
                .isInstanceOfSatisfying(Place.class, place -> {
                    assertThat(place.name()).isEqualTo("Dakar");
                    assertThat(place.geo()).isNull();
                    assertThat(place.address()).extracting("addressCountry").isNull();
                });
    }

    @Test
    void says_where_and_until_when_one_answers_a_call() {
        var call = linked(aCall().publishedState());

        assertThat(call.potentialAction())
                .isEqualTo(new LinkedAction(
                        "ApplyAction",
                        "https://example.org/appel",
                        "2026-06-01T10:00+01:00",
                        "2026-06-01T12:00+01:00"));
        assertThat(call.location())
                .containsExactly(new VirtualLocation("VirtualLocation", "https://example.org/appel"));
        assertThat(linked(aCall().cancelledState(NOW)).potentialAction()).isNull();
        assertThat(linked(aSeminar().publishedState()).potentialAction()).isNull();
    }

    @Test
    void names_its_hosts_and_speaks_the_callers_language() {
        var event = linked(aSeminar().heldBy("j00000098", "j4k7xq236").publishedState());

        assertThat(event.name()).isEqualTo("ندوة حول التعلم الآلي");
        assertThat(event.inLanguage()).containsExactly("fr", "ar");
        assertThat(event.organizer()).extracting("name").containsExactly("معهد الجزري", "j4k7xq236");
        assertThat(event.organizer())
                .extracting("url")
                .first()
                .isEqualTo("https://registry.example.org/v1/institutes/j00000098");
    }

    @Test
    void has_its_sessions_as_events_within_it() {
        var event =
                linked(aSeminar().mixed("https://example.org/live").publishedState(), List.of(aSession()), null, NOW);

        assertThat(event.subEvent()).singleElement().satisfies(session -> {
            assertThat(session.id()).startsWith(event.id() + "/sessions/").endsWith(session.identifier());
            assertThat(session.name()).isEqualTo("Atelier");
            assertThat(session.description()).isEqualTo("À l'atelier");
            // Half past eight in Paris, whose offset in June is two hours.
            assertThat(session.startDate()).isEqualTo("2026-06-01T10:30+02:00");
            assertThat(session.endDate()).isEqualTo("2026-06-01T11:15+02:00");
            assertThat(session.eventStatus()).isEqualTo("https://schema.org/EventScheduled");
            assertThat(session.performer()).extracting("name").containsExactly("Amina El Idrissi", "Karim");
            assertThat(session.performer().getFirst().affiliation())
                    .extracting("name")
                    .isEqualTo("UM6P");
            assertThat(session.performer().getLast().affiliation()).isNull();
            assertThat(session.location()).hasSize(2);
            assertThat(session.location().getFirst()).isInstanceOfSatisfying(Place.class, room -> {
                assertThat(room.name()).isEqualTo("Salle 2");
                assertThat(room.address()).extracting("addressLocality").isEqualTo("Fès");
            });
        });
    }

    @Test
    void calls_its_sessions_off_with_it() {
        var cancelled = linked(aSeminar().cancelledState(NOW), List.of(aSession()), null, NOW);

        assertThat(cancelled.subEvent().getFirst().eventStatus()).isEqualTo("https://schema.org/EventCancelled");
    }

    @Test
    void offers_a_place_where_one_can_register() {
        var event = registering("{\"opens\": \"2026-05-01T09:00\", \"closes\": \"2026-05-30T18:00\", \"capacity\": 3}");

        var offer = linked(event, List.of(), new Places(2, 0, 0, 1), NOW).offers();

        assertThat(offer)
                .isEqualTo(new LinkedOffer(
                        "Offer",
                        "0",
                        "MAD",
                        "https://schema.org/InStock",
                        "2026-05-01T09:00+01:00",
                        "2026-05-30T18:00+01:00",
                        "https://registry.example.org/v1/program-events/" + event.id() + "/registrations"));
    }

    @Test
    void says_when_no_place_is_free() {
        var event = registering("{\"capacity\": 3}");

        assertThat(linked(event, List.of(), new Places(2, 1, 4, 0), NOW).offers())
                .extracting(LinkedOffer::availability)
                .isEqualTo("https://schema.org/SoldOut");
        assertThat(linked(event, List.of(), new Places(9, 0, 0, null), NOW).offers())
                .extracting(LinkedOffer::availability)
                .isEqualTo("https://schema.org/InStock");
    }

    @Test
    void offers_a_place_until_the_event_begins_if_not_less() {
        var places = new Places(0, 0, 0, 3);
        var start = Instant.parse("2026-06-01T09:00:00Z");
        var event = registering("{\"capacity\": 3, \"closes\": \"2027-01-01T00:00Z\"}");

        assertThat(linked(event, List.of(), places, start.minusSeconds(1)).offers())
                .extracting(LinkedOffer::validThrough)
                .isEqualTo("2026-06-01T10:00+01:00");
        assertThat(linked(event, List.of(), places, start).offers()).isNull();
    }

    @Test
    void offers_nothing_where_one_cannot_register() {
        var places = new Places(0, 0, 0, 3);

        assertThat(linked(aSeminar().publishedState(), List.of(), null, NOW).offers())
                .isNull();
        assertThat(linked(registering("{\"open\": \"CLOSED\"}"), List.of(), places, NOW)
                        .offers())
                .isNull();
        assertThat(linked(aSeminar().registering(settings("{}")).postponedState(), List.of(), places, NOW)
                        .offers())
                .isNull();
        assertThat(linked(aSeminar().registering(settings("{}")).cancelledState(NOW), List.of(), places, NOW)
                        .offers())
                .isNull();
    }

    private static ProgramEventState registering(String settings) {
        return aSeminar().registering(settings(settings)).publishedState();
    }

    private static RegistrationSettings settings(String json) {
        try {
            return new ObjectMapper().readValue(json, RegistrationSettings.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static LinkedEvent linked(ProgramEventState event) {
        return linked(event, List.of(), null, NOW);
    }

    private static LinkedEvent linked(
            ProgramEventState event, List<AgendaItem> agenda, @Nullable Places places, Instant now) {
        var names = Map.of(
                "j00000098", List.of(new LocalText("Institut Al-Jazari", "fr"), new LocalText("معهد الجزري", "ar")));
        var wording = new Wording(List.of("ar", "fr"), names, "https://registry.example.org");
        return LinkedEvent.of(
                new ShownEvent(event, agenda, List.of()), places, new Linking(wording, ZoneTimes.ofRuntime(), now));
    }
}
