package ma.jazari.events.calendar;

import static ma.jazari.events.calendar.AgendaFixture.SESSION;
import static ma.jazari.events.calendar.AgendaFixture.aSession;
import static ma.jazari.events.programevent.ProgramEventFixture.ID;
import static ma.jazari.events.programevent.ProgramEventFixture.NOW;
import static ma.jazari.events.programevent.ProgramEventFixture.aSeminar;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import biweekly.parameter.RelationshipType;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.session.AgendaItem;
import ma.jazari.events.time.ZoneTimes;
import org.junit.jupiter.api.Test;

/** The sessions of events as calendar programs read them, by two libraries. */
class AgendaInCalendarTest {

    private static final Wording WORDING =
            new Wording(List.of("fr", "ar", "en"), Map.of(), "https://registry.example.org");

    @Test
    void has_a_component_for_each_session_after_its_event() {
        var session = read(aSeminar().publishedState(), aSession()).getLast();

        assertThat(session.getUid().getValue()).isEqualTo(SESSION);
        assertThat(session.getSummary().getValue()).isEqualTo("Atelier");
        assertThat(session.getDescription().getValue()).isEqualTo("À l'atelier\nAmina El Idrissi (UM6P)\nKarim");
        assertThat(session.getLocation().getValue()).isEqualTo("Salle 2, Institut Al-Jazari, Fès");
        assertThat(session.getUrl().getValue())
                .isEqualTo("https://registry.example.org/v1/program-events/" + ID + "/sessions/" + SESSION);
        assertThat(session.getRelatedTo()).singleElement().satisfies(event -> {
            assertThat(event.getValue()).isEqualTo(ID);
            assertThat(event.getRelationshipType()).isEqualTo(RelationshipType.PARENT);
        });
        assertThat(read(aSeminar().publishedState(), aSession()).getFirst().getRelatedTo())
                .isEmpty();
    }

    @Test
    void carries_the_rules_of_the_zone_that_a_session_is_in() {
        var feed = write(aSeminar().publishedState(), aSession());

        assertThat(feed.lines().filter(line -> line.startsWith("TZID:")))
                .containsExactly("TZID:Africa/Casablanca", "TZID:Europe/Paris");
        assertThat(SecondReader.start(SecondReader.event(feed, SESSION)))
                .isEqualTo(Instant.parse("2026-06-01T08:30:00Z"));
        assertThat(Biweekly.parse(feed)
                        .first()
                        .getEvents()
                        .getLast()
                        .getDateStart()
                        .getValue())
                .isEqualTo(Date.from(Instant.parse("2026-06-01T08:30:00Z")));
    }

    @Test
    void cancels_a_session_with_its_event() {
        var before = read(aSeminar().publishedState(), aSession()).getLast();
        var after = read(aSeminar().cancelledState(NOW.plusSeconds(3600)), aSession())
                .getLast();

        assertThat(after.getUid()).isEqualTo(before.getUid());
        assertThat(after.getStatus().isCancelled()).isTrue();
        assertThat(after.getSequence().getValue())
                .isGreaterThan(before.getSequence().getValue());
        assertThat(after.getDateTimeStamp().getValue()).isEqualTo(Date.from(NOW.plusSeconds(3600)));
    }

    @Test
    void raises_the_sequence_of_a_session_that_changed() {
        var event = aSeminar().publishedState();

        assertThat(read(event, aSession(2)).getLast().getSequence().getValue())
                .isGreaterThan(read(event, aSession(1)).getLast().getSequence().getValue());
    }

    @Test
    void is_the_same_to_the_byte_for_the_same_sessions() {
        var event = aSeminar().publishedState();

        assertThat(write(event, aSession())).isEqualTo(write(event, aSession()));
    }

    private static String write(ProgramEventState event, AgendaItem... agenda) {
        return new Calendar("Réseau", Duration.ofHours(1))
                .of(List.of(new ShownEvent(event, List.of(agenda), List.of())), WORDING, ZoneTimes.ofRuntime());
    }

    private static List<VEvent> read(ProgramEventState event, AgendaItem... agenda) {
        return Biweekly.parse(write(event, agenda)).first().getEvents();
    }
}
