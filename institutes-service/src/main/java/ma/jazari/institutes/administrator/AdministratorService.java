package ma.jazari.institutes.administrator;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.paging.Cursor;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import org.jboss.logging.Logger;

/**
 * Invites, lists and removes administrators. Who is one stands in Keycloak, and is asked for there; the ledger keeps who
 * changed it. What was left half way, the {@link AdministratorSweep} takes away.
 */
@ApplicationScoped
class AdministratorService {

    private static final Logger LOG = Logger.getLogger(AdministratorService.class);

    private final AdministratorPolicy policy;
    private final AdministratorLedger ledger;
    private final AdministratorTurn turn;
    private final KeycloakAccounts accounts;
    private final AdministratorConfig config;

    AdministratorService(
            AdministratorPolicy policy,
            AdministratorLedger ledger,
            AdministratorTurn turn,
            KeycloakAccounts accounts,
            AdministratorConfig config) {
        this.policy = policy;
        this.ledger = ledger;
        this.turn = turn;
        this.accounts = accounts;
        this.config = config;
    }

    /** @param isNew whether the person was no administrator of the institute before */
    record Invitation(AdministratorResponse administrator, boolean isNew) {}

    Invitation invite(String instituteId, AdministratorRequest request, Actor actor) {
        policy.checkInvites(instituteId, actor);
        accounts.requireOn();
        var added = turn.take(() -> add(instituteId, request, actor));
        // After the turn: a mail server may be slow, and what is done is done without the mail, too.
        boolean mailed = mail(instituteId, added.account());
        return new Invitation(AdministratorResponse.of(added.account(), instituteId, mailed), added.isNew());
    }

    private Added add(String instituteId, AdministratorRequest request, Actor actor) {
        var found = accounts.findByAddress(request.address());
        if (found.isPresent() && isAdministrator(found.get(), instituteId)) {
            return new Added(found.get(), false);
        }
        found.ifPresent(account -> policy.checkAdds(account, actor));
        checkRoom(instituteId);
        var account = found.orElseGet(() -> accounts.create(request));
        var appointment = new Appointment(instituteId, account.id());
        ledger.beginGrant(appointment);
        accounts.grant(appointment);
        ledger.granted(appointment, actor);
        return new Added(account, true);
    }

    private record Added(Account account, boolean isNew) {}

    private boolean isAdministrator(Account account, String instituteId) {
        return account.administers(instituteId) && !ledger.isHalfWay(new Appointment(instituteId, account.id()));
    }

    private void checkRoom(String instituteId) {
        ledger.checkInvitedToday(instituteId);
        if (accounts.administratorsOf(instituteId).size() >= config.mostPerInstitute()) {
            throw Problem.conflict(
                    "An institute has " + config.mostPerInstitute() + " administrators at most. Remove one first.");
        }
    }

    private boolean mail(String instituteId, Account account) {
        var appointment = new Appointment(instituteId, account.id());
        if (!wantsMail(account) || !ledger.mayMail(appointment)) {
            return false;
        }
        boolean mailed = accounts.mail(account.id());
        if (!mailed) {
            ledger.notMailed(appointment);
        }
        return mailed;
    }

    private boolean wantsMail(Account account) {
        try {
            return !account.verified() && !accounts.hasCredentials(account.id());
        } catch (Problem e) {
            LOG.debugf("no mail: %s", e.getMessage());
            return false;
        }
    }

    Page<AdministratorResponse> list(String instituteId, ListQuery query, Actor actor) {
        policy.check(instituteId, actor);
        accounts.requireOn();
        var binding = "administrators " + instituteId;
        var after = Cursor.values(query.cursor, binding, 1).stream().findFirst().orElse("");
        var all = accounts.administratorsOf(instituteId).stream()
                .sorted(Comparator.comparing(AdministratorService::place))
                .toList();
        return Page.of(
                all.stream().filter(one -> place(one).compareTo(after) > 0).toList(),
                query.limit(),
                one -> AdministratorResponse.of(one, instituteId, null),
                one -> Cursor.after(binding, List.of(place(one))),
                query.wantsTotal() ? (long) all.size() : null);
    }

    private static String place(Account account) {
        return account.id().toString();
    }

    AdministratorResponse get(String instituteId, String id, Actor actor) {
        policy.check(instituteId, actor);
        accounts.requireOn();
        return AdministratorResponse.of(present(instituteId, Uuids.checked(id)), instituteId, null);
    }

    void remove(String instituteId, String id, Actor actor) {
        policy.check(instituteId, actor);
        accounts.requireOn();
        var appointment = new Appointment(instituteId, Uuids.checked(id));
        turn.take(() -> take(appointment, actor));
    }

    private Account take(Appointment leaving, Actor actor) {
        var account = present(leaving.instituteId(), leaving.accountId());
        policy.checkTouches(account, actor);
        checkNotLast(leaving, actor);
        ledger.removed(leaving, actor);
        try {
            accounts.revoke(leaving);
            ledger.settled(leaving);
        } catch (Problem e) {
            LOG.warnf("Keycloak is told later that an administrator was removed: %s", e.getMessage());
        }
        return account;
    }

    private Account present(String instituteId, UUID id) {
        return accounts.find(id)
                .filter(account -> account.administers(instituteId))
                .orElseThrow(() -> Problem.notFound("administrator", id.toString()));
    }

    private void checkNotLast(Appointment leaving, Actor actor) {
        boolean somebodyStays = actor.isNetworkAdmin()
                || accounts.administratorsOf(leaving.instituteId()).stream()
                        .filter(one -> !one.id().equals(leaving.accountId()))
                        .anyMatch(one -> one.status() == AdministratorStatus.ACTIVE);
        if (!somebodyStays) {
            throw Problem.conflict("Nobody active would be left to keep the institute's record. Only the network"
                    + " administrator removes the last one.");
        }
    }
}
