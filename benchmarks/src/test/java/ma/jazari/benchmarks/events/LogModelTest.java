package ma.jazari.benchmarks.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.events.LogModel.Logged;
import org.junit.jupiter.api.Test;

class LogModelTest {

    // As the database gives the state: in another order, and with white space. The digests are those of sha256sum.
    private static final String STATE =
            "{\"id\": \"a1\", \"value\": \"7\", \"period\": {\"to\": \"2026-01-07\", \"from\": \"2026-01-01\"}, \"version\": 1}";
    private static final String ENTRY =
            "{\"actor\":{\"name\":\"root-admin\"},\"at\":\"2026-11-27T20:00:00Z\",\"changes\":["
                    + "{\"pointer\":\"/id\",\"to\":\"a1\"},"
                    + "{\"pointer\":\"/period\",\"to\":{\"from\":\"2026-01-01\",\"to\":\"2026-01-07\"}},"
                    + "{\"pointer\":\"/value\",\"to\":\"7\"}],"
                    + "\"stateDigest\":\"e38aef111b9282b87663b7b07648c6c745e5fee3509630393b4fc4157e0f053e\","
                    + "\"subject\":{\"id\":\"a1\",\"type\":\"MEASUREMENT\"},\"type\":\"measurement.reported\",\"version\":1}";
    private static final String HASH = "0d324eace9c073a6b74f3ece1769377bd0fb6c02de73f44821742267b53a3ebe";

    @Test
    void logs_another_record_in_the_same_way() {
        var model = LogModel.of(new Logged(STATE, ENTRY, HASH));
        var other = model.state();
        other.put("id", "b2").put("value", "9");

        var logged = model.logged(other, "2026-11-28T08:30:00.123456Z");

        assertThat(logged.state())
                .isEqualTo(
                        "{\"id\":\"b2\",\"period\":{\"from\":\"2026-01-01\",\"to\":\"2026-01-07\"},\"value\":\"9\",\"version\":1}");
        assertThat(logged.entry())
                .contains(
                        "\"at\":\"2026-11-28T08:30:00.123456Z\"",
                        "{\"pointer\":\"/id\",\"to\":\"b2\"}",
                        "{\"pointer\":\"/value\",\"to\":\"9\"}",
                        "\"subject\":{\"id\":\"b2\",",
                        "\"stateDigest\":\"afeeb827dc2b8f2334d8202de4fbe16142ec0a2eac263ec50c1ea1f4e3af8c71\"")
                .doesNotContain("\"a1\"");
        assertThat(logged.hash()).isEqualTo("977dc2b3f0edf9c1a7eb913c23a9a971f515323e2d36ec2e497b9268049f0784");
    }

    @Test
    void does_not_change_the_record_it_was_made_of() {
        var model = LogModel.of(new Logged(STATE, ENTRY, HASH));

        model.state().put("id", "b2");
        model.logged(model.state().put("id", "c3"), "2026-11-28T08:30:00Z");

        assertThat(model.logged(model.state(), "2026-11-27T20:00:00Z").hash()).isEqualTo(HASH);
    }

    @Test
    void refuses_a_log_that_is_written_in_a_way_it_does_not_know() {
        assertThatThrownBy(() -> LogModel.of(new Logged(STATE, ENTRY, "00")))
                .isInstanceOf(BenchmarkException.class)
                .hasMessageContaining("in another way");
        assertThatThrownBy(() -> LogModel.of(new Logged(STATE, ENTRY.replace("\"at\":", "\"at\": "), HASH)))
                .isInstanceOf(BenchmarkException.class);
    }
}
