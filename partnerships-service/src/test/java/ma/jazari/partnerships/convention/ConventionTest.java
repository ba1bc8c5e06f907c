package ma.jazari.partnerships.convention;

import static ma.jazari.partnerships.convention.ConventionInPlay.AUDITOR;
import static ma.jazari.partnerships.convention.ConventionInPlay.FES;
import static ma.jazari.partnerships.convention.ConventionInPlay.FUNDER;
import static ma.jazari.partnerships.convention.ConventionInPlay.NETWORK_ADMIN;
import static ma.jazari.partnerships.convention.ConventionInPlay.STRANGER;
import static ma.jazari.partnerships.convention.ConventionInPlay.UNIVERSITY;
import static ma.jazari.partnerships.convention.ConventionInPlay.actingFor;
import static ma.jazari.partnerships.convention.ConventionInPlay.agreement;
import static ma.jazari.partnerships.convention.ConventionInPlay.in;
import static ma.jazari.partnerships.lifecycle.ConventionStatus.APPROVED;
import static ma.jazari.partnerships.lifecycle.ConventionStatus.DRAFT;
import static ma.jazari.partnerships.lifecycle.ConventionStatus.EXPIRED;
import static ma.jazari.partnerships.lifecycle.ConventionStatus.IN_FORCE;
import static ma.jazari.partnerships.lifecycle.ConventionStatus.PROPOSED;
import static ma.jazari.partnerships.lifecycle.ConventionStatus.REJECTED;
import static ma.jazari.partnerships.lifecycle.ConventionStatus.SIGNED;
import static ma.jazari.partnerships.lifecycle.ConventionStatus.SUSPENDED;
import static ma.jazari.partnerships.lifecycle.ConventionStatus.TERMINATED;
import static ma.jazari.partnerships.lifecycle.ConventionStatus.TERMINATION_NOTICED;
import static ma.jazari.partnerships.lifecycle.ConventionStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import ma.jazari.partnerships.agreement.Agreement;
import ma.jazari.partnerships.agreement.Obligation;
import ma.jazari.partnerships.agreement.Obligation.ObligationState;
import ma.jazari.partnerships.agreement.Party;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.agreement.Renewal;
import ma.jazari.partnerships.agreement.Renewal.RenewalMode;
import ma.jazari.partnerships.lifecycle.Consent;
import ma.jazari.partnerships.lifecycle.ConventionMove;
import ma.jazari.partnerships.lifecycle.ConventionStatus;
import ma.jazari.partnerships.lifecycle.DeadlineKind;
import ma.jazari.partnerships.lifecycle.Deadlines;
import ma.jazari.partnerships.lifecycle.Happening;
import ma.jazari.partnerships.lifecycle.Health;
import ma.jazari.partnerships.lifecycle.ObligationFact;
import ma.jazari.partnerships.lifecycle.ObligationFact.Evidence;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The life of a convention, without a database. */
class ConventionTest {

    private static final Actor OF_FES = actingFor(FES);
    private static final Actor OF_UNIVERSITY = actingFor(UNIVERSITY);
    private static final Actor OF_FUNDER = actingFor(FUNDER);

    @ParameterizedTest
    @EnumSource(ConventionStatus.class)
    void opens_to_the_network_what_is_asked_for_and_to_strangers_nothing(ConventionStatus status) {
        var convention = in(status).convention;

        assertThat(convention.status()).isEqualTo(status);
        assertThat(ConventionPolicy.moves(convention, NETWORK_ADMIN))
                .isEqualTo(ConventionMove.from(status).stream()
                        .filter(ConventionMove::isAskedFor)
                        .toList());
        for (var nobody : new Actor[] {STRANGER, AUDITOR, Actor.ANONYMOUS}) {
            assertThat(ConventionPolicy.moves(convention, nobody)).isEmpty();
        }
    }

    static Stream<Arguments> what_each_party_may_ask_for() {
        return Stream.of(
                arguments(
                        DRAFT,
                        List.of(PROPOSED, WITHDRAWN),
                        List.of(PROPOSED, WITHDRAWN),
                        List.of(PROPOSED, WITHDRAWN)),
                arguments(
                        PROPOSED,
                        List.of(PROPOSED, REJECTED, WITHDRAWN),
                        List.of(PROPOSED, REJECTED, WITHDRAWN),
                        List.of(PROPOSED, WITHDRAWN)),
                arguments(APPROVED, List.of(WITHDRAWN), List.of(WITHDRAWN), List.of()),
                arguments(SIGNED, List.of(), List.of(), List.of()),
                arguments(
                        IN_FORCE,
                        List.of(SUSPENDED, TERMINATION_NOTICED, TERMINATED),
                        List.of(SUSPENDED, TERMINATION_NOTICED, TERMINATED),
                        List.of()),
                arguments(SUSPENDED, List.of(IN_FORCE, TERMINATED), List.of(TERMINATED), List.of()),
                arguments(TERMINATION_NOTICED, List.of(IN_FORCE), List.of(), List.of()),
                arguments(TERMINATED, List.of(), List.of(), List.of()),
                arguments(EXPIRED, List.of(), List.of(), List.of()),
                arguments(REJECTED, List.of(), List.of(), List.of()),
                arguments(WITHDRAWN, List.of(), List.of(), List.of()));
    }

    /** The institute is who suspends and gives notice in these. */
    @ParameterizedTest
    @MethodSource
    void what_each_party_may_ask_for(
            ConventionStatus status,
            List<ConventionStatus> institute,
            List<ConventionStatus> university,
            List<ConventionStatus> funder) {
        var convention = in(status).convention;

        assertThat(open(convention, OF_FES)).isEqualTo(institute);
        assertThat(open(convention, OF_UNIVERSITY)).isEqualTo(university);
        assertThat(open(convention, OF_FUNDER)).isEqualTo(funder);
    }

    private static List<ConventionStatus> open(Convention convention, Actor actor) {
        return ConventionPolicy.moves(convention, actor).stream()
                .map(ConventionMove::to)
                .toList();
    }

    @Test
    void needs_the_approval_of_parties_and_signatories_and_of_nobody_else() {
        var play = in(PROPOSED);

        assertThat(play.convention.approve(play.act(FES))).isEqualTo(Happening.APPROVAL_GIVEN);
        assertThat(Awaited.of(play.convention)).extracting(Awaited::party).containsExactly(UNIVERSITY);
        assertThat(play.convention.approve(play.act(UNIVERSITY))).isEqualTo(Happening.APPROVED);
        assertThat(play.convention.status()).isEqualTo(APPROVED);
    }

    @Test
    void counts_approvals_for_one_text_alone() {
        var play = in(PROPOSED);
        play.convention.approve(play.act(FES));

        play.convention.counter(agreement(null, LocalDate.of(2030, 1, 1), null), false, play.act(UNIVERSITY));

        assertThat(play.convention.revision()).isEqualTo(2);
        assertThat(play.convention.text().assent().approvals()).isEmpty();
        assertThat(Awaited.of(play.convention)).extracting(Awaited::party).containsExactly(FES, UNIVERSITY);
    }

    @Test
    void refuses_a_counter_that_changes_nothing() {
        var play = in(PROPOSED);
        var same = play.convention.agreement();

        assertThatThrownBy(() -> play.convention.counter(same, false, play.act(UNIVERSITY)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("must change the text");
    }

    @Test
    void enters_into_force_on_its_day_and_not_before() {
        var start = LocalDate.of(2026, 12, 1);
        var play = ConventionInPlay.of(agreement(start, null, null)).to(SIGNED);

        assertThat(play.on(start.minusDays(1)).convention.status()).isEqualTo(SIGNED);
        assertThat(play.on(start).convention.status()).isEqualTo(IN_FORCE);
        assertThat(play.convention.course().inForceSince()).isEqualTo(start);
    }

    @Test
    void expires_after_its_last_day_and_reminds_of_it_three_times() {
        var end = LocalDate.of(2027, 11, 23);
        var play = ConventionInPlay.of(agreement(null, end, null)).to(IN_FORCE);

        for (int days : new int[] {90, 30, 7}) {
            play.on(end.minusDays(days + 1));
            assertThat(Objects.equals(play.convention.course().remindedDays(), days))
                    .isFalse();
            play.on(end.minusDays(days));
            assertThat(play.convention.course().remindedDays()).isEqualTo(days);
        }
        assertThat(play.on(end).convention.status()).isEqualTo(IN_FORCE);
        assertThat(play.on(end.plusDays(1)).convention.status()).isEqualTo(EXPIRED);
    }

    @Test
    void catches_up_with_one_reminder_for_those_that_were_missed() {
        var end = LocalDate.of(2027, 11, 23);
        var play = ConventionInPlay.of(agreement(null, end, null)).to(IN_FORCE);
        play.today = end.minusDays(20);

        var due = play.convention.due(play.today).orElseThrow();
        play.convention.meet(due, play.act(null));

        assertThat(play.convention.course().remindedDays()).isEqualTo(30);
        assertThat(play.convention.due(play.today)).isEmpty();
    }

    @Test
    void is_renewed_tacitly_as_often_as_agreed_and_then_expires() {
        var end = LocalDate.of(2028, 2, 29);
        var play = ConventionInPlay.of(agreement(null, end, new Renewal(RenewalMode.TACIT, 2, 12, 90)))
                .to(IN_FORCE);

        play.on(end.plusDays(1));
        assertThat(play.convention.course().endsOn()).isEqualTo("2029-02-28");
        play.on(LocalDate.of(2029, 3, 1));
        assertThat(play.convention.course().endsOn()).isEqualTo("2030-02-28");
        assertThat(play.convention.course().renewals()).isEqualTo(2);
        assertThat(play.on(LocalDate.of(2030, 3, 1)).convention.status()).isEqualTo(EXPIRED);
    }

    @Test
    void catches_up_with_years_of_downtime_step_by_step() {
        var end = LocalDate.of(2027, 11, 23);
        var play = ConventionInPlay.of(agreement(null, end, new Renewal(RenewalMode.TACIT, 3, 12, 90)))
                .to(IN_FORCE)
                .on(LocalDate.of(2035, 1, 1));

        assertThat(play.convention.status()).isEqualTo(EXPIRED);
        assertThat(play.convention.course().renewals()).isEqualTo(3);
        assertThat(play.convention.course().endsOn()).isEqualTo("2030-11-23");
        assertThat(play.convention.course().endedOn()).isEqualTo("2030-11-24");
    }

    @Test
    void terminates_after_notice_that_came_in_time_and_is_not_renewed() {
        var end = LocalDate.of(2027, 11, 23);
        var play = ConventionInPlay.of(agreement(null, end, new Renewal(RenewalMode.TACIT, 1, 12, 90)))
                .to(IN_FORCE)
                .on(end.minusDays(90));

        play.convention.giveNotice(null, play.act(UNIVERSITY));

        var last = Objects.requireNonNull(play.convention.course().notice()).terminatesOn();
        assertThat(last).isEqualTo(end);
        assertThat(play.on(last.minusDays(1)).convention.status()).isEqualTo(TERMINATION_NOTICED);
        assertThat(play.on(last).convention.status()).isEqualTo(TERMINATED);
        assertThat(play.convention.course().renewals()).isZero();
    }

    @Test
    void goes_on_by_itself_once_more_where_notice_came_late() {
        var end = LocalDate.of(2027, 11, 23);
        var play = ConventionInPlay.of(agreement(null, end, new Renewal(RenewalMode.TACIT, 1, 12, 90)))
                .to(IN_FORCE)
                .on(end.minusDays(10));

        play.convention.giveNotice(null, play.act(UNIVERSITY));

        assertThat(play.on(end.plusDays(1)).convention.course().renewals()).isEqualTo(1);
        assertThat(play.convention.status()).isEqualTo(TERMINATION_NOTICED);
        assertThat(play.on(end.plusDays(80)).convention.status()).isEqualTo(TERMINATED);
    }

    @Test
    void asks_for_the_notice_that_the_text_asks_for() {
        var play = in(IN_FORCE);

        assertThatThrownBy(() -> play.convention.giveNotice(play.today.plusDays(89), play.act(FES)))
                .hasMessageContaining("must not be before " + play.today.plusDays(90));
        play.convention.giveNotice(play.today.plusDays(200), play.act(FES));
        assertThat(Objects.requireNonNull(play.convention.course().notice()).terminatesOn())
                .isEqualTo(play.today.plusDays(200));
        play.convention.takeNoticeBack(play.act(FES));
        assertThat(play.convention.status()).isEqualTo(IN_FORCE);
        assertThat(play.convention.course().notice()).isNull();
    }

    @Test
    void is_terminated_at_once_when_all_who_decide_want_it() {
        var play = in(IN_FORCE);

        assertThat(play.convention.terminate("Fin du projet", play.act(FES))).isEqualTo(Happening.CONSENT_GIVEN);
        assertThat(play.convention.status()).isEqualTo(IN_FORCE);
        assertThat(Awaited.of(play.convention))
                .containsExactly(new Awaited(UNIVERSITY, Awaited.Act.CONSENT_TO_TERMINATION, null));
        assertThat(play.convention.terminate(null, play.act(UNIVERSITY))).isEqualTo(Happening.TERMINATED);
        assertThat(play.convention.status()).isEqualTo(TERMINATED);
        assertThat(play.convention.inForceRevision()).isNull();
    }

    @Test
    void ends_with_its_term_even_while_suspended() {
        var play = in(SUSPENDED);

        assertThat(play.on(LocalDate.of(2029, 11, 23)).convention.status()).isEqualTo(SUSPENDED);
        assertThat(play.on(LocalDate.of(2029, 11, 24)).convention.status()).isEqualTo(TERMINATED);
    }

    @Test
    void keeps_what_is_in_force_in_force_while_an_amendment_is_negotiated() {
        var play = in(IN_FORCE);
        var before = play.convention.text().digest();
        var amended = agreement(null, LocalDate.of(2031, 12, 31), null);

        play.convention.proposeAmendment(amended, false, play.act(UNIVERSITY));
        play.convention.approveAmendment(play.act(FES));

        assertThat(play.convention.text().digest()).isEqualTo(before);
        assertThat(play.convention.inForceRevision()).isEqualTo(1);
        assertThat(play.convention.proposedRevision()).isEqualTo(2);
        assertThat(play.convention.approveAmendment(play.act(UNIVERSITY))).isEqualTo(Happening.AMENDED);
        assertThat(play.convention.inForceRevision()).isEqualTo(2);
        assertThat(play.convention.proposedRevision()).isNull();
        assertThat(play.convention.course().endsOn()).isEqualTo("2031-12-31");
        assertThat(play.convention.status()).isEqualTo(IN_FORCE);
    }

    @Test
    void leaves_nobody_out_who_decided_on_the_text_that_an_amendment_replaces() {
        var play = in(IN_FORCE);
        var other = new PartyRef(UNIVERSITY.type(), "p4k7xq236");
        var without = agreementOf(FES, other);

        play.convention.proposeAmendment(without, false, play.act(FES));

        assertThat(play.convention.amendmentDeciders()).containsExactly(FES, UNIVERSITY, other);
        assertThat(play.convention.insiders()).contains(other);
    }

    private static Agreement agreementOf(PartyRef... parties) {
        var any = agreement(null, null, null);
        var roles = any.parties().getFirst().roles();
        return Agreement.of(
                any.titles(),
                any.kind(),
                any.domains(),
                Arrays.stream(parties)
                        .map(party -> new Party(party, roles, null))
                        .toList(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void numbers_texts_onwards_whatever_became_of_them() {
        var play = in(IN_FORCE);

        play.convention.proposeAmendment(agreement(null, LocalDate.of(2031, 1, 1), null), false, play.act(FES));
        play.convention.endAmendment(Happening.AMENDMENT_WITHDRAWN, play.act(FES));
        play.convention.proposeAmendment(agreement(null, LocalDate.of(2032, 1, 1), null), false, play.act(FES));
        play.convention.proposeAmendment(agreement(null, LocalDate.of(2033, 1, 1), null), false, play.act(UNIVERSITY));

        assertThat(play.convention.proposedRevision()).isEqualTo(4);
    }

    @Test
    void is_at_risk_a_month_before_an_obligation_is_due_and_breached_when_it_lapses() {
        var due = LocalDate.of(2027, 6, 30);
        var lab = new Obligation("lab", FES, "Laboratoire commun", due, null);
        var play = ConventionInPlay.of(agreement(null, null, null, lab)).to(IN_FORCE);

        assertThat(play.on(due.minusDays(31)).convention.health()).isEqualTo(Health.ON_TRACK);
        assertThat(play.on(due.minusDays(30)).convention.health()).isEqualTo(Health.AT_RISK);
        assertThat(play.on(due).convention.health()).isEqualTo(Health.AT_RISK);
        assertThat(play.on(due.plusDays(1)).convention.health()).isEqualTo(Health.BREACHED);
    }

    @Test
    void is_renewed_explicitly_when_all_who_decide_agree() {
        var end = LocalDate.of(2027, 11, 23);
        var play = ConventionInPlay.of(agreement(null, end, new Renewal(RenewalMode.EXPLICIT, 1, 24, null)))
                .to(IN_FORCE);

        assertThat(play.convention.renew(play.act(FES))).isEqualTo(Happening.CONSENT_GIVEN);
        assertThat(play.convention.renew(play.act(UNIVERSITY))).isEqualTo(Happening.RENEWED);
        assertThat(play.convention.course().endsOn()).isEqualTo("2029-11-23");
        assertThatThrownBy(() -> play.convention.renew(play.act(FES))).hasMessageContaining("no renewal that is left");
    }

    @Test
    void keeps_the_day_of_the_month_that_was_agreed_over_short_months() {
        var end = LocalDate.of(2027, 8, 30);
        var play = ConventionInPlay.of(agreement(null, end, new Renewal(RenewalMode.TACIT, 4, 6, 30)))
                .to(IN_FORCE);

        play.on(LocalDate.of(2028, 3, 15));
        assertThat(play.convention.course().endsOn()).isEqualTo("2028-08-30");
        play.on(LocalDate.of(2029, 3, 15));
        assertThat(play.convention.course().endsOn()).isEqualTo("2029-08-30");
    }

    @Test
    void goes_on_by_itself_though_one_has_suspended_it() {
        var end = LocalDate.of(2027, 11, 23);
        var play = ConventionInPlay.of(agreement(null, end, new Renewal(RenewalMode.TACIT, 1, 12, 90)))
                .to(SUSPENDED);

        assertThat(play.on(end.plusDays(1)).convention.status()).isEqualTo(SUSPENDED);
        assertThat(play.convention.course().endsOn()).isEqualTo("2028-11-23");
        assertThat(play.on(LocalDate.of(2028, 11, 24)).convention.status()).isEqualTo(TERMINATED);
    }

    @Test
    void says_the_last_day_of_notice_that_counts() {
        var end = LocalDate.of(2027, 11, 23);
        var renewal = new Renewal(RenewalMode.TACIT, 1, 12, 90);
        var play = ConventionInPlay.of(agreement(null, end, renewal)).to(IN_FORCE);
        var last = Deadlines.of(play.convention.facts()).stream()
                .filter(deadline -> deadline.kind() == DeadlineKind.NOTICE)
                .findFirst()
                .orElseThrow()
                .due();

        play.on(last).convention.giveNotice(null, play.act(FES));
        assertThat(play.on(end.plusDays(1)).convention.status()).isEqualTo(TERMINATED);
        assertThat(play.convention.course().renewals()).isZero();

        var late =
                ConventionInPlay.of(agreement(null, end, renewal)).to(IN_FORCE).on(last.plusDays(1));
        late.convention.giveNotice(null, late.act(FES));
        assertThat(late.on(end.plusDays(1)).convention.course().renewals()).isEqualTo(1);
    }

    @Test
    void does_not_take_a_word_for_another_text_or_another_term() {
        var end = LocalDate.of(2027, 11, 23);
        var renewal = new Renewal(RenewalMode.TACIT, 3, 12, 90);
        var play = ConventionInPlay.of(agreement(null, end, renewal)).to(IN_FORCE);
        play.convention.renew(play.act(FES));
        play.convention.terminate(null, play.act(FES));

        play.on(end.plusDays(1));
        assertThat(play.convention.consents()).extracting(Consent::to).containsExactly(Consent.To.TERMINATION);
        play.convention.proposeAmendment(agreement(null, end.plusYears(9), renewal), false, play.act(FES));
        play.convention.approveAmendment(play.act(FES));
        play.convention.approveAmendment(play.act(UNIVERSITY));
        assertThat(play.convention.consents()).isEmpty();
    }

    @Test
    void begins_anew_what_an_amendment_owes_otherwise() {
        var due = LocalDate.of(2027, 6, 30);
        var lab = new Obligation("lab", FES, "Laboratoire", due, null);
        var report = new Obligation("report", FES, "Rapport", due, null);
        var play = ConventionInPlay.of(agreement(null, null, null, lab, report)).to(IN_FORCE);
        play.convention.fulfil("report", new Evidence(null, null, "fait"), play.today, play.act(FES));
        play.on(due.plusDays(1));
        assertThat(play.convention.health()).isEqualTo(Health.BREACHED);

        var later = new Obligation("lab", FES, "Laboratoire", due.plusYears(1), null);
        var sameReportLater = new Obligation("report", FES, "Rapport", due.plusYears(1), null);
        amend(play, agreement(null, null, null, later, sameReportLater));
        assertThat(play.convention.health()).isEqualTo(Health.ON_TRACK);
        assertThat(states(play)).containsExactly(ObligationState.PENDING, ObligationState.FULFILLED);
        var ofAnother = new Obligation("report", UNIVERSITY, "Rapport", due.plusYears(1), null);
        amend(play, agreement(null, null, null, later, ofAnother));
        assertThat(states(play)).containsExactly(ObligationState.PENDING, ObligationState.PENDING);
    }

    private static List<ObligationState> states(ConventionInPlay play) {
        return play.convention.obligationFacts().stream()
                .map(ObligationFact::state)
                .toList();
    }

    private static void amend(ConventionInPlay play, Agreement text) {
        play.convention.proposeAmendment(text, false, play.act(FES));
        play.convention.approveAmendment(play.act(FES));
        play.convention.approveAmendment(play.act(UNIVERSITY));
    }
}
