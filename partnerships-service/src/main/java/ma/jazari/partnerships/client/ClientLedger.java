package ma.jazari.partnerships.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import ma.jazari.platform.security.Actor;

/**
 * What the registry knows of clients, written before Keycloak is asked and after it has answered: each in a transaction of
 * its own, so that whatever stands in Keycloak stands here, too.
 */
@ApplicationScoped
class ClientLedger {

    private final ClientRepository clients;
    private final ClientLog log;
    private final ClientConfig config;
    private final Clock clock;

    ClientLedger(ClientRepository clients, ClientLog log, ClientConfig config, Clock clock) {
        this.clients = clients;
        this.log = log;
        this.config = config;
        this.clock = clock;
    }

    /** @throws Problem 409 if the partner has as many as it may */
    @Transactional(TxType.REQUIRES_NEW)
    void beginCreation(PartnerClient client, Credential credential) {
        clients.lockPartner(client.partnerId());
        if (clients.countOf(client.partnerId(), false) >= config.mostPerPartner()) {
            throw Problem.conflict("A partner has " + config.mostPerPartner() + " clients at most. Revoke one first.");
        }
        clients.addPending(client);
        clients.addPending(client.id(), credential);
    }

    @Transactional(TxType.REQUIRES_NEW)
    PartnerClient created(UUID id, Credential credential, Actor actor) {
        var pending = clients.findForChange(id).orElseThrow(ClientLedger::givenUp);
        requirePending(credential);
        var active = pending.with(ClientStatus.ACTIVE, null, List.of(credential), now());
        clients.save(active);
        log.append("partner-client.created", active, actor);
        return active;
    }

    /** @throws Problem 409 for one that has no secret, or is revoked */
    @Transactional(TxType.REQUIRES_NEW)
    void beginRotation(UUID id, ExpectedVersion expected, Credential credential) {
        checkedForRotation(id, expected);
        clients.addPending(id, credential);
    }

    @Transactional(TxType.REQUIRES_NEW)
    PartnerClient rotated(UUID id, ExpectedVersion expected, Credential credential, Duration overlap, Actor actor) {
        var client = checkedForRotation(id, expected);
        requirePending(credential);
        var now = now();
        var works = new ArrayList<Credential>();
        if (!overlap.isZero()) {
            var old = client.credentials().getLast();
            works.add(new Credential(old.id(), old.clientId(), old.createdAt(), now.plus(overlap)));
        }
        works.add(credential);
        var rotated = client.with(ClientStatus.ACTIVE, null, works, now);
        clients.save(rotated);
        log.append("partner-client.rotated", rotated, actor);
        return rotated;
    }

    @Transactional
    PartnerClient revoked(UUID id, ExpectedVersion expected, ClientTransitionRequest move, Actor actor) {
        var client = clients.findForChange(id).orElseThrow(ClientLedger::givenUp);
        expected.check(client.version());
        if (!client.status().next().contains(move.to())) {
            throw Problem.moveNotAllowed(
                    client.status(), move.to(), client.status().next());
        }
        var revoked = client.with(ClientStatus.REVOKED, move.reason(), List.of(), now());
        clients.save(revoked);
        log.append("partner-client.revoked", revoked, actor);
        return revoked;
    }

    private PartnerClient checkedForRotation(UUID id, ExpectedVersion expected) {
        var client = clients.findForChange(id).orElseThrow(ClientLedger::givenUp);
        expected.check(client.version());
        if (client.status() != ClientStatus.ACTIVE) {
            throw Problem.conflict("It is " + client.status() + ". Have a new client made.");
        }
        if (client.authentication() != ClientAuthentication.SECRET) {
            throw Problem.conflict("It has no secret. Change the keys at its jwksUrl, or have a new client made.");
        }
        return client;
    }

    private void requirePending(Credential credential) {
        if (!clients.isPending(credential)) {
            throw givenUp();
        }
    }

    private static Problem givenUp() {
        return Problem.of(
                ProblemType.UNAVAILABLE,
                "Keycloak took too long. Nothing was made or changed; send the request again.");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
