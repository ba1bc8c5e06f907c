package ma.jazari.events.calendar;

import static ma.jazari.events.programevent.ProgramEventFixture.NOW;
import static ma.jazari.events.programevent.ProgramEventFixture.aSeminar;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.time.ZoneTimes;
import ma.jazari.platform.text.LocalText;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What another library makes of our calendars: one that knows Morocco's time by the file's own VTIMEZONE alone. */
class SecondReaderTest {

    private static final String OTHER = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e10";
    private static final String THIRD = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e11";

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:00, 2026-11-22T11:00, 2026-11-22T10:00:00Z",
        "2026-06-01T10:00, 2026-06-01T11:00, 2026-06-01T09:00:00Z",
        "2026-03-01T10:00, 2026-03-01T11:00, 2026-03-01T10:00:00Z",
        "2026-01-12T09:00, 2026-01-12T18:00, 2026-01-12T08:00:00Z",
        "2026-09-19T10:00, 2026-09-19T11:00, 2026-09-19T09:00:00Z",
        "2026-09-21T10:00, 2026-09-21T11:00, 2026-09-21T10:00:00Z",
        "2027-06-01T10:00, 2027-06-01T11:00, 2027-06-01T10:00:00Z",
        "2019-05-20T10:00, 2019-05-20T11:00, 2019-05-20T10:00:00Z"
    })
    void knows_moroccos_time_from_the_file(String start, String end, Instant expected) {
        var event = aSeminar().from(start).to(end).publishedState();
        var alone = read(List.of(event));
        var amongOthers = read(List.of(
                aSeminar().withId(OTHER).from("2018-01-01T10:00").publishedState(),
                event,
                aSeminar().withId(THIRD).to("2031-01-01T12:00").publishedState()));

        assertThat(SecondReader.start(alone.getFirst())).isEqualTo(expected);
        assertThat(SecondReader.start(amongOthers.get(1))).isEqualTo(expected);
    }

    @Test
    void reads_what_was_written() {
        var state = aSeminar()
                .mixed("https://example.org/live")
                .heldBy("j00000098", "j4k7xq236")
                .titled(new LocalText(
                        "Un\\deux; trois, \"quatre\" : ندوة حول التعلم الآلي "
                                .repeat(5)
                                .strip(),
                        "fr"))
                .cancelledState(NOW.plusSeconds(60));

        var event = read(List.of(state)).getFirst();

        assertThat(event.getUid().getValue()).isEqualTo(state.id());
        assertThat(event.getSummary().getValue())
                .isEqualTo(state.titles().getFirst().value());
        assertThat(event.getDescription().getValue()).isEqualTo("Deux lignes\net une virgule, aussi; voilà");
        assertThat(event.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(event.getSequence().getSequenceNo()).isEqualTo(1);
        assertThat(event.getDateStamp().getDate().toInstant()).isEqualTo(NOW.plusSeconds(60));
        assertThat(event.getGeographicPos().getLatitude()).isEqualByComparingTo("34.03");
        assertThat(event.getOrganizer().getValue()).isEqualTo("https://registry.example.org/v1/institutes/j00000098");
        assertThat(event.getUrl().getValue()).isEqualTo("https://registry.example.org/v1/program-events/" + state.id());
        assertThat(event.getProperty("CONFERENCE").getValue()).isEqualTo("https://example.org/live");
        assertThat(event.getProperty("CATEGORIES").getValue()).isEqualTo("SEMINAR");
    }

    private static List<VEvent> read(List<ProgramEventState> events) {
        var wording = new Wording(
                List.of("fr"),
                Map.of("j00000098", List.of(new LocalText("Institut Al-Jazari", "fr"))),
                "https://registry.example.org");
        var shown = events.stream().map(ShownEvent::alone).toList();
        return SecondReader.events(
                new Calendar("Réseau", Duration.ofHours(1)).of(shown, wording, ZoneTimes.ofRuntime()));
    }
}
