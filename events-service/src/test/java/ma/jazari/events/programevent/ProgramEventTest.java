package ma.jazari.events.programevent;

import static ma.jazari.events.programevent.ProgramEventFixture.NOW;
import static ma.jazari.events.programevent.ProgramEventFixture.aCeremony;
import static ma.jazari.events.programevent.ProgramEventFixture.aSeminar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.Violation;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.text.LocalText;
import org.junit.jupiter.api.Test;

class ProgramEventTest {

    private static final Instant LATER = NOW.plusSeconds(60);

    @Test
    void counts_no_change_before_publication() {
        var event = aSeminar().drafted();

        change(event, aSeminar().from("2026-06-01T09:00"));
        event.moveTo(ProgramEventStatus.PUBLISHED, null, LATER);

        assertThat(event.state().sequence()).isZero();
    }

    @Test
    void counts_every_change_of_time_place_and_status_after_publication() {
        var event = aSeminar().published();

        assertThat(change(event, aSeminar().from("2026-06-01T09:00"))).isEqualTo("program-event.rescheduled");
        assertThat(event.state().sequence()).isEqualTo(1);
        assertThat(change(event, aSeminar().from("2026-06-01T09:00").online("https://example.org/live")))
                .isEqualTo("program-event.updated");
        assertThat(event.state().sequence()).isEqualTo(2);
        event.moveTo(ProgramEventStatus.POSTPONED, "Grève", LATER);
        assertThat(event.state().sequence()).isEqualTo(3);
        event.moveTo(ProgramEventStatus.PUBLISHED, null, LATER);
        assertThat(event.state().sequence()).isEqualTo(4);
        event.moveTo(ProgramEventStatus.CANCELLED, "Inondation", LATER);
        assertThat(event.state().sequence()).isEqualTo(5);
    }

    @Test
    void does_not_count_a_change_of_words() {
        var event = aSeminar().published();

        var type = change(event, aSeminar().titled(new LocalText("Autre titre", "fr")));

        assertThat(type).isEqualTo("program-event.updated");
        assertThat(event.state().sequence()).isZero();
        assertThat(event.updatedAt()).isEqualTo(LATER);
    }

    @Test
    void says_why_it_is_postponed_until_it_is_published_again() {
        var event = aSeminar().published();

        event.moveTo(ProgramEventStatus.POSTPONED, "Grève", LATER);
        assertThat(event.state().statusReason()).isEqualTo("Grève");
        event.moveTo(ProgramEventStatus.PUBLISHED, "Fin de la grève", LATER);
        assertThat(event.state().statusReason()).isNull();
    }

    @Test
    void changes_no_more_once_it_is_cancelled() {
        var event = aSeminar().published();
        event.moveTo(ProgramEventStatus.CANCELLED, "Inondation", LATER);

        assertThatThrownBy(() -> change(event, aSeminar().from("2026-06-01T09:00")))
                .isInstanceOf(Problem.class);
    }

    @Test
    void keeps_when_and_where_it_was_once_it_is_completed() {
        var event = aSeminar().published();
        event.moveTo(ProgramEventStatus.COMPLETED, null, LATER);

        assertThatThrownBy(() -> change(event, aSeminar().from("2026-06-01T09:00")))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> change(event, aSeminar().online("https://example.org/live")))
                .isInstanceOf(Problem.class);
        assertThat(event.state().sequence()).isEqualTo(1);
        assertThat(change(event, aSeminar().titled(new LocalText("Autre titre", "fr"))))
                .isEqualTo("program-event.updated");
    }

    @Test
    void can_be_told_otherwise_once_it_is_completed_though_the_time_zone_rules_have_changed() {
        var event = aSeminar().published();
        event.moveTo(ProgramEventStatus.COMPLETED, null, LATER);
        var was = event.schedule();
        var byOtherRules = new Schedule(
                was.start(),
                was.end(),
                was.zone(),
                "2099a",
                was.startInstant().plusSeconds(3600),
                was.endInstant().plusSeconds(3600));

        var type = event.change(
                aSeminar().titled(new LocalText("Autre titre", "fr")).request(), byOtherRules, LATER);

        assertThat(type).isEqualTo("program-event.rescheduled");
    }

    @Test
    void is_not_published_without_an_online_address_where_it_is_online() {
        assertThat(PublicationRules.violations(aSeminar().online(null).drafted())
                        .all())
                .extracting(Violation::pointer)
                .containsExactly("/onlineUrl");
        assertThat(PublicationRules.violations(aSeminar().drafted()).isEmpty()).isTrue();
        var event = aSeminar().online("https://example.org/live").published();
        assertThatThrownBy(() -> change(event, aSeminar().online(null))).isInstanceOf(Problem.class);
    }

    @Test
    void is_no_published_ceremony_without_conventions() {
        assertThat(PublicationRules.violations(aCeremony().drafted()).all())
                .extracting(Violation::pointer)
                .containsExactly("/conventionIds");
    }

    @Test
    void needs_an_end_after_its_start() {
        assertThatThrownBy(() -> aSeminar().to("2026-06-01T10:00").schedule())
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .extracting(Violation::pointer)
                        .containsExactly("/end"));
    }

    @Test
    void refuses_wall_times_that_the_clocks_jump_over_with_a_hint() {
        assertThatThrownBy(() -> aSeminar()
                        .from("2026-03-22T02:15")
                        .to("2026-02-30T10:00")
                        .schedule())
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .extracting(Violation::pointer, Violation::detail)
                        .satisfiesExactly(
                                first -> assertThat(first.toList().toString()).contains("/start", "2026-03-22T03:00"),
                                second -> assertThat(second.toList().toString()).contains("/end")));
        assertThatThrownBy(() -> aSeminar().in("Africa/Atlantis").schedule()).isInstanceOf(Problem.class);
    }

    @Test
    void stores_the_version_of_the_rules_it_went_by() {
        assertThat(aSeminar().schedule().zone()).isEqualTo("Africa/Casablanca");
        assertThat(aSeminar().schedule().tzdb()).isGreaterThanOrEqualTo("2026c");
        assertThat(aSeminar().schedule().startInstant()).isEqualTo("2026-06-01T09:00:00Z");
        assertThat(aSeminar().in("Europe/Paris").schedule().startInstant()).isEqualTo("2026-06-01T08:00:00Z");
    }

    @Test
    void checks_what_spans_several_properties() {
        assertThat(pointers(aSeminar().titled(new LocalText("Seminar", "en")))).containsExactly("/titles");
        assertThat(pointers(aSeminar().titled(new LocalText("Un", "fr"), new LocalText("Deux", "fr"))))
                .containsExactly("/titles/1");
        assertThat(pointers(aSeminar())).isEmpty();
        assertThat(pointers(aSeminar().online(null))).isEmpty();
    }

    private static Iterable<String> pointers(ProgramEventFixture fixture) {
        var violations = new Violations();
        fixture.request().check(violations);
        return violations.all().stream().map(Violation::pointer).toList();
    }

    private static String change(ProgramEvent event, ProgramEventFixture to) {
        return event.change(to.request(), to.schedule(), LATER);
    }
}
