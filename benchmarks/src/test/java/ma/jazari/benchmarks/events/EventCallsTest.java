package ma.jazari.benchmarks.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.LocalDate;
import java.util.Objects;
import ma.jazari.benchmarks.load.Call;
import org.junit.jupiter.api.Test;

class EventCallsTest {

    private final EventCalls calls = new EventCalls(URI.create("http://localhost/v1/program-events"));

    @Test
    void draft_events_that_end_after_they_start() throws Exception {
        for (int n : new int[] {0, 1, 729, 730, 9_999}) {
            var event = body(calls.draft(n, "j00000098"));

            assertThat(event.path("end").asText())
                    .isGreaterThan(event.path("start").asText())
                    .matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:00");
            assertThat(event.at("/hostInstituteIds/0").asText()).isEqualTo("j00000098");
            assertThat(event.has("registration")).isFalse();
        }
    }

    @Test
    void draft_events_with_places() throws Exception {
        var event = body(calls.draftWithPlaces(300, "j00000098", LocalDate.of(2027, 1, 2)));

        assertThat(event.at("/registration/capacity").asInt()).isEqualTo(300);
        assertThat(event.path("start").asText()).isEqualTo("2027-01-02T09:00");
    }

    @Test
    void register_everybody_by_an_address_of_ones_own() throws Exception {
        var one = calls.register("0190-1", "0001");
        var other = calls.register("0190-1", "0002");

        assertThat(one.uri()).hasToString("http://localhost/v1/program-events/0190-1/registrations");
        assertThat(one.expected()).isEqualTo(201);
        assertThat(body(one).path("email")).isNotEqualTo(body(other).path("email"));
    }

    @Test
    void change_whatever_version_there_is() throws Exception {
        var publish = calls.publish("0190-1");
        var rename = calls.rename("0190-1", "Banc d'essai, changé 7");

        assertThat(publish.headers()).containsEntry("If-Match", "*");
        assertThat(publish.expected()).isEqualTo(200);
        assertThat(rename.headers())
                .containsEntry("If-Match", "*")
                .containsEntry("Content-Type", "application/merge-patch+json");
        assertThat(body(rename).at("/titles/0/value").asText()).isEqualTo("Banc d'essai, changé 7");
    }

    private static JsonNode body(Call call) throws Exception {
        return new ObjectMapper().readTree(Objects.requireNonNull(call.body()).get());
    }
}
