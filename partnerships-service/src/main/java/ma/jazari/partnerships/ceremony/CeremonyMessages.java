package ma.jazari.partnerships.ceremony;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import ma.jazari.platform.inbox.Message;
import ma.jazari.platform.inbox.MessageHandler;

/**
 * Hears of ceremonies that were held. Whatever is said of one afterwards says so again: its topic keeps only the last
 * word.
 */
@ApplicationScoped
class CeremonyMessages implements MessageHandler {

    private final SignatureProposals proposals;

    CeremonyMessages(SignatureProposals proposals) {
        this.proposals = proposals;
    }

    @Override
    public Set<String> topics() {
        return Set.of("jazari.program-events");
    }

    @Override
    public boolean knows(String type) {
        return type.startsWith("program-event.");
    }

    @Override
    public void handle(Message message) {
        Ceremony.of(message.data()).ifPresent(proposals::of);
    }
}
