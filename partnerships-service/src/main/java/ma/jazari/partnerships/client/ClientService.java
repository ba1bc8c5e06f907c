package ma.jazari.partnerships.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.paging.Cursor;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Makes, rotates and revokes clients. What Keycloak is to do is written down first, and counts once it is done; what was
 * left half way, the {@link ClientSweep} takes away.
 */
@ApplicationScoped
class ClientService {

    private final ClientPolicy policy;
    private final ClientLedger ledger;
    private final ClientRepository clients;
    private final KeycloakClients keycloak;
    private final ClientConfig config;
    private final Clock clock;

    ClientService(
            ClientPolicy policy,
            ClientLedger ledger,
            ClientRepository clients,
            KeycloakClients keycloak,
            ClientConfig config,
            Clock clock) {
        this.policy = policy;
        this.ledger = ledger;
        this.clients = clients;
        this.keycloak = keycloak;
        this.config = config;
        this.clock = clock;
    }

    ClientResponse create(String partnerId, ClientRequest request, Actor actor) {
        policy.checkMakes(partnerId, actor);
        request.check();
        keycloak.requireOn();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var credential = Credential.next(partnerId, now);
        var secret = request.authentication() == ClientAuthentication.SECRET ? Credential.newSecret() : null;
        var client = new PartnerClient(
                Uuids.next(),
                partnerId,
                request.name(),
                request.authentication(),
                1,
                ClientStatus.PENDING,
                null,
                now,
                now,
                null,
                List.of());
        ledger.beginCreation(client, credential);
        keycloak.add(credential, partnerId, request, secret);
        return shown(ledger.created(client.id(), credential, actor), secret);
    }

    ClientResponse rotate(
            String partnerId, String id, ExpectedVersion expected, ClientRotationRequest request, Actor actor) {
        var client = present(partnerId, id, actor);
        var overlap = Duration.ofHours(request.hours());
        if (overlap.compareTo(config.longestOverlap()) > 0) {
            throw Problem.invalid(
                    "/overlapHours", "must be " + config.longestOverlap().toHours() + " at most");
        }
        keycloak.requireOn();
        var credential = Credential.next(partnerId, clock.instant().truncatedTo(ChronoUnit.MICROS));
        var secret = Credential.newSecret();
        ledger.beginRotation(client.id(), expected, credential);
        var like = new ClientRequest(client.name(), ClientAuthentication.SECRET, null, null);
        keycloak.add(credential, partnerId, like, secret);
        return shown(ledger.rotated(client.id(), expected, credential, overlap, actor), secret);
    }

    /** Works while Keycloak is down, too: the gateway refuses its tokens, and the sweep tells Keycloak. */
    ClientResponse move(
            String partnerId, String id, ExpectedVersion expected, ClientTransitionRequest move, Actor actor) {
        return shown(ledger.revoked(present(partnerId, id, actor).id(), expected, move, actor), null);
    }

    ClientResponse get(String partnerId, String id, Actor actor) {
        return shown(present(partnerId, id, actor), null);
    }

    @Transactional
    Page<ClientResponse> list(String partnerId, ListQuery query, Actor actor) {
        policy.check(partnerId, actor);
        var binding = "clients " + partnerId;
        var after = Cursor.values(query.cursor, binding, 1).stream()
                .map(ClientService::placeOf)
                .findFirst()
                .orElse(null);
        return Page.of(
                clients.findOf(partnerId, after, query.limit() + 1),
                query.limit(),
                client -> shown(client, null),
                client -> Cursor.after(binding, List.of(client.id().toString())),
                query.wantsTotal() ? clients.countOf(partnerId, true) : null);
    }

    private static UUID placeOf(String text) {
        var place = new UUID[1];
        Cursor.reading(() -> place[0] = UUID.fromString(text));
        return place[0];
    }

    private PartnerClient present(String partnerId, String id, Actor actor) {
        policy.check(partnerId, actor);
        return clients.find(Uuids.checked(id))
                .filter(client -> client.partnerId().equals(partnerId) && client.status() != ClientStatus.PENDING)
                .orElseThrow(() -> Problem.notFound("client", id));
    }

    private ClientResponse shown(PartnerClient client, @Nullable String secret) {
        return ClientResponse.of(client, secret, keycloak.tokenEndpoint());
    }
}
