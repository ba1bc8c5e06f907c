package ma.jazari.events.calendar;

import static ma.jazari.events.programevent.ProgramEventFixture.NOW;
import static ma.jazari.events.programevent.ProgramEventFixture.aCall;
import static ma.jazari.events.programevent.ProgramEventFixture.aSeminar;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.time.ZoneTimes;
import ma.jazari.platform.text.LocalText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {

    private static final Calendar CALENDAR = new Calendar("Réseau", Duration.ofHours(1));
    private static final Wording WORDING = new Wording(
            List.of("fr", "ar", "en"),
            Map.of(
                    "j00000098", List.of(new LocalText("Institut \"Al-Jazari\", racine", "fr")),
                    "j4k7xq236", List.of(new LocalText("معهد الجزري بفاس", "ar"))),
            "https://registry.example.org");
    private static final String OTHER = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e10";

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:00, 2026-11-22T11:00, 2026-11-22T10:00:00Z",
        "2026-06-01T10:00, 2026-06-01T11:00, 2026-06-01T09:00:00Z",
        "2026-03-01T10:00, 2026-03-01T11:00, 2026-03-01T10:00:00Z",
        "2026-01-12T09:00, 2026-01-12T18:00, 2026-01-12T08:00:00Z",
        "2026-09-20T01:30, 2026-09-20T04:00, 2026-09-20T00:30:00Z",
        "2027-06-01T10:00, 2027-06-01T11:00, 2027-06-01T10:00:00Z",
        "2019-05-20T10:00, 2019-05-20T11:00, 2019-05-20T10:00:00Z"
    })
    void gives_the_right_instant_to_a_reader_that_goes_by_its_timezone(String start, String end, Instant expected) {
        var alone = read(List.of(aSeminar().from(start).to(end).publishedState()));
        var amongOthers = read(List.of(
                aSeminar().withId(OTHER).from("2018-01-01T10:00").publishedState(),
                aSeminar().from(start).to(end).publishedState(),
                aSeminar().withId(OTHER).to("2031-01-01T12:00").publishedState()));

        assertThat(alone.getFirst().getDateStart().getValue()).isEqualTo(Date.from(expected));
        assertThat(amongOthers.get(1).getDateStart().getValue()).isEqualTo(Date.from(expected));
    }

    @Test
    void carries_the_rules_of_every_zone_that_its_events_are_in() {
        var events = List.of(
                aSeminar().in("Europe/Paris").from("2026-06-01T08:00").publishedState(),
                aSeminar().withId(OTHER).publishedState(),
                aSeminar().in("UTC").publishedState());

        var feed = write(events);

        assertThat(feed.lines().filter(line -> line.startsWith("TZID:")))
                .containsExactly("TZID:Africa/Casablanca", "TZID:Europe/Paris", "TZID:UTC");
        assertThat(read(events).getFirst().getDateStart().getValue())
                .isEqualTo(Date.from(Instant.parse("2026-06-01T06:00:00Z")));
    }

    @Test
    void writes_wall_times_as_they_were_agreed() {
        assertThat(write(List.of(aSeminar()
                        .from("2026-11-22T10:00")
                        .to("2026-11-22T12:30")
                        .publishedState())))
                .contains("DTSTART;TZID=Africa/Casablanca:20261122T100000\r\n")
                .contains("DTEND;TZID=Africa/Casablanca:20261122T123000\r\n");
    }

    @Test
    void is_the_same_to_the_byte_for_the_same_events() {
        var events = List.of(
                aSeminar().publishedState(),
                aSeminar().withId(OTHER).in("Europe/Paris").publishedState());

        assertThat(write(events)).isEqualTo(write(events));
    }

    @Test
    void takes_nobodys_time_for_a_call_and_says_where_one_answers() {
        var call = read(List.of(aCall().publishedState())).getFirst();

        assertThat(call.getTransparency().isTransparent()).isTrue();
        assertThat(call.getLocation().getValue()).isEqualTo("https://example.org/appel");
        assertThat(read(List.of(aSeminar().publishedState())).getFirst().getTransparency())
                .isNull();
    }

    @Test
    void has_a_deadline_anywhere_on_earth_right_for_every_reader() {
        var call = aCall().in("Etc/GMT+12")
                .from("2027-01-15T00:00")
                .to("2027-02-15T23:59")
                .publishedState();

        var feed = write(List.of(call));

        assertThat(feed)
                .contains("TZID:Etc/GMT+12\r\n", "TZOFFSETFROM:-1200\r\n", "TZOFFSETTO:-1200\r\n")
                .contains("DTEND;TZID=Etc/GMT+12:20270215T235900\r\n");
        assertThat(read(List.of(call)).getFirst().getDateEnd().getValue())
                .isEqualTo(Date.from(Instant.parse("2027-02-16T11:59:00Z")));
        assertThat(SecondReader.start(SecondReader.event(feed, call.id()))).isEqualTo("2027-01-15T12:00:00Z");
    }

    @Test
    void stamps_an_event_with_its_last_revision() {
        var event = read(List.of(aSeminar().publishedState())).getFirst();

        assertThat(event.getDateTimeStamp().getValue()).isEqualTo(Date.from(NOW));
        assertThat(event.getLastModified().getValue()).isEqualTo(Date.from(NOW));
    }

    @Test
    void keeps_a_cancelled_event_with_a_higher_sequence() {
        var before = read(List.of(aSeminar().publishedState())).getFirst();
        var after =
                read(List.of(aSeminar().cancelledState(NOW.plusSeconds(3600)))).getFirst();

        assertThat(after.getUid()).isEqualTo(before.getUid());
        assertThat(after.getStatus().isCancelled()).isTrue();
        assertThat(after.getSequence().getValue())
                .isGreaterThan(before.getSequence().getValue());
        assertThat(after.getDateTimeStamp().getValue()).isEqualTo(Date.from(NOW.plusSeconds(3600)));
        assertThat(after.getComments().getFirst().getValue()).isEqualTo("Inondation");
    }

    @Test
    void changes_nothing_of_the_events_that_did_not_change() {
        var other = aSeminar().withId(OTHER).publishedState();
        var before = write(List.of(aSeminar().publishedState(), other));
        var after = write(List.of(aSeminar().cancelledState(NOW.plusSeconds(3600)), other));

        assertThat(component(before, OTHER)).isEqualTo(component(after, OTHER));
        assertThat(component(before, aSeminar().publishedState().id()))
                .isNotEqualTo(component(after, aSeminar().publishedState().id()));
    }

    @Test
    void says_it_in_the_language_that_is_asked_for() {
        var arabic = new Wording(List.of("ar", "fr"), Map.of(), "https://registry.example.org");
        var event = Biweekly.parse(CALENDAR.of(
                        List.of(ShownEvent.alone(aSeminar().publishedState())), arabic, ZoneTimes.ofRuntime()))
                .first()
                .getEvents()
                .getFirst();

        assertThat(event.getSummary().getValue()).isEqualTo("ندوة حول التعلم الآلي");
        assertThat(event.getSummary().getLanguage()).isEqualTo("ar");
        assertThat(event.getDescription().getValue()).isEqualTo("Deux lignes\net une virgule, aussi; voilà");
        assertThat(event.getLocation().getValue()).isEqualTo("Institut Al-Jazari, Fès");
        assertThat(event.getGeo().getLatitude()).isEqualTo(34.03);
        assertThat(event.getUrl().getValue())
                .endsWith("/v1/program-events/" + event.getUid().getValue());
        assertThat(event.getCategories().getFirst().getValues()).containsExactly("SEMINAR");
    }

    @Test
    void lets_no_text_break_out_of_its_line() {
        var title = "Un\\deux; trois, \"quatre\" : cinq";
        var event = read(List.of(aSeminar().titled(new LocalText(title, "fr")).publishedState()))
                .getFirst();

        assertThat(event.getSummary().getValue()).isEqualTo(title);
    }

    @Test
    void names_who_holds_it_by_the_addresses_of_the_institutes() {
        var held = aSeminar().heldBy("j00000098", "j4k7xq236", "j00000195").publishedState();

        var event = read(List.of(held)).getFirst();

        assertThat(event.getOrganizer().getUri()).isEqualTo("https://registry.example.org/v1/institutes/j00000098");
        assertThat(event.getOrganizer().getCommonName()).isEqualTo("Institut \"Al-Jazari\", racine");
        assertThat(event.getContacts().stream().map(contact -> contact.getValue()))
                .containsExactly("معهد الجزري بفاس", "j00000195");
        assertThat(event.getContacts().getFirst().getAltRepresentation())
                .isEqualTo("https://registry.example.org/v1/institutes/j4k7xq236");
    }

    @Test
    void writes_no_character_that_a_calendar_cannot_hold() {
        var reason = "Une\r\nligne\u0007, \ud800puis\uffff \ud83c\uddf2 une\tautre";

        var feed = write(List.of(aSeminar().cancelledState(reason, NOW)));

        assertThat(feed.chars().filter(c -> c < ' ' && c != '\r' && c != '\n' && c != '\t'))
                .isEmpty();
        assertThat(Biweekly.parse(feed)
                        .first()
                        .getEvents()
                        .getFirst()
                        .getComments()
                        .getFirst()
                        .getValue())
                .isEqualTo("Une\nligne, puis \ud83c\uddf2 une\tautre");
    }

    @Test
    void has_the_same_rules_whichever_events_there_are() {
        var one = write(List.of(aSeminar().publishedState()));
        var none = write(List.of());

        assertThat(one.substring(0, one.indexOf("BEGIN:VEVENT")))
                .isEqualTo(none.substring(0, none.indexOf("END:VCALENDAR")));
    }

    @Test
    void writes_its_name_as_text() {
        var feed = new Calendar("Institut; Al-Jazari, \\nord", Duration.ofHours(1))
                .of(List.of(), WORDING, ZoneTimes.ofRuntime());

        assertThat(feed).contains("X-WR-CALNAME:Institut\\; Al-Jazari\\, \\\\nord\r\n");
    }

    @Test
    void says_how_often_to_look_again() {
        assertThat(write(List.of()))
                .contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n")
                .contains("X-PUBLISHED-TTL:PT1H\r\n");
    }

    @Test
    void is_a_calendar_without_events_too() {
        assertThat(write(List.of()))
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
                .endsWith("END:VCALENDAR\r\n");
        assertThat(write(List.of())).contains("BEGIN:VTIMEZONE\r\nTZID:Africa/Casablanca\r\n");
        assertThat(Biweekly.parse(write(List.of())).first().getRefreshInterval().getValue())
                .hasToString("PT1H");
    }

    private static String component(String feed, String uid) {
        int at = feed.indexOf("UID:" + uid);
        return feed.substring(feed.lastIndexOf("BEGIN:VEVENT", at), feed.indexOf("END:VEVENT", at));
    }

    private static String write(List<ProgramEventState> events) {
        return CALENDAR.of(events.stream().map(ShownEvent::alone).toList(), WORDING, ZoneTimes.ofRuntime());
    }

    private static List<VEvent> read(List<ProgramEventState> events) {
        return Biweekly.parse(write(events)).first().getEvents();
    }
}
