package ma.jazari.institutes.administrator;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import ma.jazari.platform.problem.Problem;
import org.jboss.logging.Logger;

/**
 * Takes out of Keycloak what was removed while it did not answer, and what was left of invitations that nobody finished.
 * Any replica may do it.
 */
@ApplicationScoped
class AdministratorSweep {

    private static final Logger LOG = Logger.getLogger(AdministratorSweep.class);

    private final AdministratorLedger ledger;
    private final AdministratorTurn turn;
    private final KeycloakAccounts accounts;

    AdministratorSweep(AdministratorLedger ledger, AdministratorTurn turn, KeycloakAccounts accounts) {
        this.ledger = ledger;
        this.turn = turn;
        this.accounts = accounts;
    }

    @Scheduled(
            every = "${jazari.institute-administrators.sweep-every:10s}",
            delayed = "${jazari.institute-administrators.sweep-every:10s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        if (!accounts.isOn()) {
            return;
        }
        try {
            for (var appointment : ledger.leftOver()) {
                turn.take(() -> takeAway(appointment));
            }
        } catch (Problem e) {
            LOG.debugf("administrators are removed later: %s", e.getMessage());
        }
    }

    private Appointment takeAway(Appointment appointment) {
        // Somebody may have invited the person again before it was our turn.
        if (ledger.isHalfWay(appointment)) {
            ledger.giveUp(appointment);
            accounts.revoke(appointment);
            ledger.settled(appointment);
        }
        return appointment;
    }
}
