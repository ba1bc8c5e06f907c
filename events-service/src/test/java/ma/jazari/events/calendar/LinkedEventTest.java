package ma.jazari.events.calendar;

import static ma.jazari.events.programevent.ProgramEventFixture.NOW;
import static ma.jazari.events.programevent.ProgramEventFixture.aSeminar;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import ma.jazari.events.calendar.LinkedEvent.Place;
import ma.jazari.events.calendar.LinkedEvent.VirtualLocation;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.programevent.ProgramEventType;
import ma.jazari.events.programevent.Venue;
import ma.jazari.events.time.ZoneTimes;
import ma.jazari.platform.text.LocalText;
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
            assertThat(place.address().addressRegion()).isEqualTo("MA-03");
            assertThat(place.address().addressCountry()).isEqualTo("MA");
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
                    assertThat(place.address().addressCountry()).isNull();
                });
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

    private static LinkedEvent linked(ProgramEventState event) {
        var names = Map.of(
                "j00000098", List.of(new LocalText("Institut Al-Jazari", "fr"), new LocalText("معهد الجزري", "ar")));
        return LinkedEvent.of(
                event, new Wording(List.of("ar", "fr"), names, "https://registry.example.org"), ZoneTimes.ofRuntime());
    }
}
