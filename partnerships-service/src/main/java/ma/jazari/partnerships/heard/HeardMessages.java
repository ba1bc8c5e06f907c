package ma.jazari.partnerships.heard;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.platform.inbox.Message;
import ma.jazari.platform.inbox.MessageHandler;

/** Hears every change of the network, with a reader of its own: what others cannot handle keeps no webhook waiting. */
@ApplicationScoped
class HeardMessages implements MessageHandler {

    private static final Set<String> TOPICS = Stream.of(
                    "institutes",
                    "change-suggestions",
                    "partners",
                    "conventions",
                    "party-keys",
                    "programmes",
                    "program-events",
                    "registrations",
                    "webhooks")
            .map(records -> "jazari." + records)
            .flatMap(topic -> Stream.of(topic, topic + ".restricted"))
            .collect(Collectors.toUnmodifiableSet());

    private final HeardLog log;
    private final ObjectMapper mapper;

    HeardMessages(HeardLog log, ObjectMapper mapper) {
        this.log = log;
        this.mapper = mapper;
    }

    @Override
    public String reader() {
        return "webhooks";
    }

    @Override
    public Set<String> topics() {
        return TOPICS;
    }

    @Override
    public boolean knows(String type) {
        return true;
    }

    @Override
    public void handle(Message message) {
        log.hear(HeardChange.of(message, mapper));
    }
}
