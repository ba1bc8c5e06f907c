package ma.jazari.institutes.administrator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
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
    private final AdministratorLog log;
    private final AdministratorConfig config;
    private final Clock clock;

    AdministratorLedger(GrantRepository grants, AdministratorLog log, AdministratorConfig config, Clock clock) {
        this.grants = grants;
        this.log = log;
        this.config = config;
        this.clock = clock;
    }

    /** @throws Problem 429 if the institute has invited as many in a day as it may */
    @Transactional(TxType.REQUIRES_NEW)
    void checkInvitedToday(String instituteId) {
        if (grants.countInvited(instituteId, now().minus(DAY)) >= config.mostInvitedADay()) {
            throw Problem.of(
                    ProblemType.RATE_LIMITED,
                    "An institute invites " + config.mostInvitedADay()
                            + " persons in 24 hours at most. Go on tomorrow.");
        }
    }

    @Transactional(TxType.REQUIRES_NEW)
    Grant beginGrant(String instituteId, UUID accountId) {
        var now = now();
        var grant = grants.forChange(instituteId, accountId, now);
        grants.begin(grant.id(), GrantTask.GRANT, now);
        grants.invited(grant.id(), now);
        return grant;
    }

    /** @throws Problem 503 if the sweep has given it up meanwhile */
    @Transactional(TxType.REQUIRES_NEW)
    void granted(Grant begun, Actor actor) {
        var grant = grants.withTask(begun.id(), GrantTask.GRANT)
                .orElseThrow(() -> Problem.of(
                        ProblemType.UNAVAILABLE,
                        "Keycloak took too long. Nothing was changed; send the request again."));
        keep("institute-administrator.added", grant.with(GrantStatus.ACTIVE, now()), actor);
        grants.end(grant.id());
    }

    /** Counts from now on; Keycloak is told next. */
    @Transactional(TxType.REQUIRES_NEW)
    Grant removed(String instituteId, UUID accountId, Actor actor) {
        var now = now();
        var grant = grants.forChange(instituteId, accountId, now);
        grants.begin(grant.id(), GrantTask.REVOKE, now);
        var removed = grant.with(GrantStatus.REMOVED, now);
        keep("institute-administrator.removed", removed, actor);
        return removed;
    }

    /** Keycloak knows of it. */
    @Transactional(TxType.REQUIRES_NEW)
    void settled(Grant grant) {
        grants.withTask(grant.id(), GrantTask.REVOKE).ifPresent(told -> grants.end(told.id()));
    }

    @Transactional(TxType.REQUIRES_NEW)
    List<Grant> leftOver() {
        return grants.leftOver(now().minus(config.givenUpAfter()));
    }

    /** Of an invitation that nobody finishes any more: what has come of it in Keycloak is to be taken back. */
    @Transactional(TxType.REQUIRES_NEW)
    void giveUp(Grant grant) {
        grants.begin(grant.id(), GrantTask.REVOKE, now());
    }

    /** Whether it is not known what Keycloak has of it. */
    @Transactional(TxType.REQUIRES_NEW)
    boolean isHalfWay(String instituteId, UUID accountId) {
        return grants.hasTask(instituteId, accountId);
    }

    /** Whether the person may get a mail; it is taken for sent. */
    @Transactional(TxType.REQUIRES_NEW)
    boolean mayMail(String instituteId, UUID accountId) {
        var now = now();
        grants.forChange(instituteId, accountId, now);
        return grants.noteMail(instituteId, accountId, now.minus(config.mailPause()), now);
    }

    @Transactional(TxType.REQUIRES_NEW)
    void notMailed(String instituteId, UUID accountId) {
        grants.forgetMail(instituteId, accountId);
    }

    private void keep(String type, Grant grant, Actor actor) {
        grants.save(grant);
        log.append(type, grant, actor);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
