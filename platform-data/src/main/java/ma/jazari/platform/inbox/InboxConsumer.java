package ma.jazari.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ma.jazari.platform.kafka.KafkaAccess;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the topics that the service's handlers ask for, with one reader for all those that name none of their own. */
@Singleton
public class InboxConsumer {

    private final List<InboxReader> readers;

    InboxConsumer(
            @ConfigProperty(name = "quarkus.application.name") String service,
            KafkaAccess kafka,
            Inbox inbox,
            @All List<MessageHandler> handlers,
            InboxConfig config,
            MeterRegistry metrics) {
        var byReader = handlers.stream()
                .collect(Collectors.groupingBy(MessageHandler::reader, TreeMap::new, Collectors.toList()));
        this.readers = byReader.entrySet().stream()
                .map(entry -> new InboxReader(service, entry.getKey(), kafka, inbox, entry.getValue(), config, metrics))
                .toList();
    }

    void start(@Observes StartupEvent started) {
        readers.forEach(InboxReader::start);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        for (var reader : readers) {
            reader.stop();
        }
    }

    List<InboxReader> readers() {
        return readers;
    }
}
