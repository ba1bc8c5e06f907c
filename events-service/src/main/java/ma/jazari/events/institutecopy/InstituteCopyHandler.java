package ma.jazari.events.institutecopy;

import jakarta.inject.Singleton;
import java.util.Set;
import ma.jazari.platform.inbox.Message;
import ma.jazari.platform.inbox.MessageHandler;

/** Keeps the copies of institutes up to date, the public ones and those that are not yet. */
@Singleton
class InstituteCopyHandler implements MessageHandler {

    private final InstituteCopyRepository institutes;

    InstituteCopyHandler(InstituteCopyRepository institutes) {
        this.institutes = institutes;
    }

    @Override
    public Set<String> topics() {
        return Set.of("jazari.institutes", "jazari.institutes.restricted");
    }

    @Override
    public boolean knows(String type) {
        return type.startsWith("institute.");
    }

    @Override
    public void handle(Message message) {
        institutes.take(message);
    }
}
