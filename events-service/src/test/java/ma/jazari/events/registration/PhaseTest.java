package ma.jazari.events.registration;

import static ma.jazari.events.programevent.ProgramEventFixture.aSeminar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.jazari.platform.problem.Problem;
import org.junit.jupiter.api.Test;

class PhaseTest {

    private static final Instant BEGINNING = Instant.parse("2026-06-01T09:00:00Z");
    private static final Instant BEFORE = BEGINNING.minusSeconds(1);

    @Test
    void follows_the_event_and_the_clock() {
        assertThat(Phase.of(aSeminar().publishedState(), BEFORE)).isEqualTo(Phase.AHEAD);
        assertThat(Phase.of(aSeminar().publishedState(), BEGINNING)).isEqualTo(Phase.BEGUN);
        // When it will be is not known: its old time says nothing.
        assertThat(Phase.of(aSeminar().postponedState(), BEGINNING)).isEqualTo(Phase.OFF);
        assertThat(Phase.of(aSeminar().cancelledState(BEFORE), BEGINNING)).isEqualTo(Phase.CANCELLED);
    }

    @Test
    void leaves_the_way_out_open_while_the_event_is_off() {
        var pending = registration(true);

        assertThat(Phase.OFF.openToOrganiser(pending))
                .containsExactly(RegistrationState.DECLINED, RegistrationState.CANCELLED);
        assertThat(Phase.OFF.openToPerson(pending)).containsExactly(RegistrationState.CANCELLED);
        assertThat(Phase.AHEAD.openToOrganiser(pending)).contains(RegistrationState.CONFIRMED);
    }

    @Test
    void leaves_nothing_open_once_the_event_has_begun_or_is_cancelled() {
        for (var phase : List.of(Phase.BEGUN, Phase.CANCELLED)) {
            assertThat(phase.openToOrganiser(registration(true))).isEmpty();
            assertThat(phase.openToPerson(registration(false))).isEmpty();
        }
    }

    @Test
    void says_why_a_move_is_not_open() {
        var confirmed = registration(false);

        assertThatThrownBy(() -> Phase.BEGUN.check(RegistrationState.CANCELLED, confirmed, List.of()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("has begun");
        confirmed.checkIn(true, BEFORE);
        assertThat(Phase.AHEAD.openToPerson(confirmed)).isEmpty();
        assertThatThrownBy(() -> Phase.AHEAD.check(RegistrationState.CANCELLED, confirmed, List.of()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("noted to be there");
    }

    private static Registration registration(boolean isDecidedOn) {
        var desk = Desk.of(UUID.randomUUID());
        desk.set(1, Duration.ofDays(180));
        var person = new Person("Amina", "amina@example.org", null, "fr", Map.of(), null, "secret");
        return Registration.of(UUID.randomUUID(), desk, person, isDecidedOn, BEFORE);
    }
}
