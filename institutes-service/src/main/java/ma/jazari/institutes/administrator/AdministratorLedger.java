package ma.jazari.institutes.administrator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import ma.jazari.platform.security.Actor;

/**
 * What the registry knows of administrators, written before Keycloak is asked and after it has answered: each in a
 * transaction of its own, so that whatever stands in Keycloak stands here, too.
 */
@ApplicationScoped
class AdministratorLedger {

    private static final Duration DAY = Duration.ofDays(1);

    private final GrantRepository grants;
    private final TaskRepository tasks;
    private final AdministratorLog log;
    private final AdministratorConfig config;
    private final Clock clock;

    AdministratorLedger(
            GrantRepository grants,
            TaskRepository tasks,
            AdministratorLog log,
            AdministratorConfig config,
            Clock clock) {
        this.grants = grants;
        this.tasks = tasks;
        this.log = log;
        this.config = config;
        this.clock = clock;
    }

    /** @throws Problem 429 if the institute has invited as many in a day as it may */
    @Transactional(TxType.REQUIRES_NEW)
    void checkInvitedToday(String instituteId) {
        if (tasks.countInvited(instituteId, now().minus(DAY)) >= config.mostInvitedADay()) {
            throw Problem.of(
                    ProblemType.RATE_LIMITED,
                    "An institute invites " + config.mostInvitedADay()
                            + " persons in 24 hours at most. Go on tomorrow.");
        }
    }

    @Transactional(TxType.REQUIRES_NEW)
    void beginGrant(Appointment appointment) {
        tasks.begin(appointment, GrantTask.GRANT, now());
    }

    /** @throws Problem 503 if the sweep has given it up meanwhile */
    @Transactional(TxType.REQUIRES_NEW)
    void granted(Appointment appointment, Actor actor) {
        if (!tasks.end(appointment, GrantTask.GRANT)) {
            throw Problem.of(
                    ProblemType.UNAVAILABLE, "Keycloak took too long. Nothing was changed; send the request again.");
        }
        keep("institute-administrator.added", appointment, GrantStatus.ACTIVE, actor);
    }

    /** Counts from now on; Keycloak is told next. */
    @Transactional(TxType.REQUIRES_NEW)
    void removed(Appointment appointment, Actor actor) {
        tasks.begin(appointment, GrantTask.REVOKE, now());
        keep("institute-administrator.removed", appointment, GrantStatus.REMOVED, actor);
    }

    /** Keycloak knows of the removal. */
    @Transactional(TxType.REQUIRES_NEW)
    void settled(Appointment appointment) {
        tasks.end(appointment, GrantTask.REVOKE);
    }

    @Transactional(TxType.REQUIRES_NEW)
    List<Appointment> leftOver() {
        return tasks.leftOver(now().minus(config.givenUpAfter()));
    }

    /** Of an invitation that nobody finishes any more: what has come of it in Keycloak is to be taken back. */
    @Transactional(TxType.REQUIRES_NEW)
    void giveUp(Appointment appointment) {
        tasks.begin(appointment, GrantTask.REVOKE, now());
    }

    /** Whether it is not known what Keycloak has of it. */
    @Transactional(TxType.REQUIRES_NEW)
    boolean isHalfWay(Appointment appointment) {
        return tasks.isOpen(appointment);
    }

    /** Whether the person may get a mail; it is taken for sent. */
    @Transactional(TxType.REQUIRES_NEW)
    boolean mayMail(Appointment appointment) {
        var now = now();
        return tasks.noteMail(appointment, now.minus(config.mailPause()), now);
    }

    @Transactional(TxType.REQUIRES_NEW)
    void notMailed(Appointment appointment) {
        tasks.forgetMail(appointment);
    }

    private void keep(String type, Appointment appointment, GrantStatus status, Actor actor) {
        var now = now();
        var grant = grants.findForChange(appointment)
                .map(before -> before.with(status, now))
                .orElseGet(() -> new Grant(Uuids.next(), appointment, 1, status, now, now));
        grants.save(grant);
        log.append(type, grant, actor);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
