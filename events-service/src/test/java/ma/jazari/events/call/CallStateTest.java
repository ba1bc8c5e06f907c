package ma.jazari.events.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallStateTest {

    private static final Instant OPENING = Instant.parse("2027-01-15T09:00:00Z");
    private static final Instant DEADLINE = Instant.parse("2027-02-15T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z, UPCOMING",
        "2027-01-15T08:59:59.999999Z, UPCOMING",
        "2027-01-15T09:00:00Z, OPEN",
        "2027-02-15T11:59:59.999999Z, OPEN",
        "2027-02-15T12:00:00Z, CLOSED",
        "2030-01-01T00:00:00Z, CLOSED"
    })
    void is_open_from_its_opening_to_its_deadline_which_is_closed(Instant now, CallState expected) {
        assertThat(CallState.at(now, OPENING, DEADLINE)).isEqualTo(expected);
    }
}
