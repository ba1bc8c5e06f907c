package ma.jazari.partnerships.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.integrity.CurrentRecord;
import ma.jazari.platform.integrity.CurrentRecords;

/** Clients as their tables hold them, for the check of the log. */
@ApplicationScoped
class CurrentClients implements CurrentRecords {

    private final ClientRepository clients;
    private final ClientLog log;

    CurrentClients(ClientRepository clients, ClientLog log) {
        this.clients = clients;
        this.log = log;
    }

    @Override
    public String type() {
        return PartnerClient.SUBJECT;
    }

    @Override
    public String table() {
        return "partner_client";
    }

    @Override
    public Map<String, CurrentRecord> find(Collection<String> ids) {
        return clients.find(Uuids.wellFormed(ids)).stream()
                .collect(Collectors.toMap(
                        client -> client.id().toString(),
                        client -> new CurrentRecord(client.version(), log.image(client), List.of())));
    }
}
