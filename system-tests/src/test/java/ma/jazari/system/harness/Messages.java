package ma.jazari.system.harness;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import ma.jazari.platform.test.TopicReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The messages about institutes that lie on the topics now. */
public final class Messages {

    public static final String PUBLIC = "jazari.institutes";
    public static final String RESTRICTED = "jazari.institutes.restricted";

    private Messages() {}

    /** All of these institutes, on both topics; those of a topic and key in their order there. */
    public static List<Message> of(Collection<String> institutes) {
        var wanted = Set.copyOf(institutes);
        return Stream.of(RESTRICTED, PUBLIC)
                .flatMap(topic -> TopicReader.all(topic).stream())
                .filter(message -> wanted.contains(message.key()))
                .map(Message::new)
                .toList();
    }

    /** The same without those that came before: what a consumer that knows ids makes of them. */
    public static List<Message> effective(List<Message> messages) {
        var seen = new HashSet<String>();
        return messages.stream().filter(message -> seen.add(message.id())).toList();
    }

    /** The versions of a record, in the order in which the topic has them. */
    public static List<Integer> versions(List<Message> ofOne, String topic) {
        return ofOne.stream()
                .filter(message -> message.topic().equals(topic))
                .map(Message::version)
                .toList();
    }

    /** One message, read as a CloudEvent. */
    public record Message(ConsumerRecord<String, byte[]> received) {

        public String topic() {
            return received.topic();
        }

        public String institute() {
            return received.key();
        }

        public String id() {
            return header("ce_id");
        }

        /** Empty when it is not there. */
        public String header(String name) {
            return TopicReader.header(received, name).orElse("");
        }

        public int version() {
            return Json.read(new String(received.value(), StandardCharsets.UTF_8))
                    .path("version")
                    .asInt();
        }

        @Override
        public String toString() {
            return "%s %s version %d (%s)".formatted(topic(), institute(), version(), id());
        }
    }
}
