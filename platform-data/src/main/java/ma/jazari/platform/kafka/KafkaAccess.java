package ma.jazari.platform.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/** How Kafka is reached: every setting {@code kafka.*}, such as {@code kafka.bootstrap.servers} and {@code kafka.security.protocol}. */
@Singleton
public class KafkaAccess {

    private final Map<String, Object> settings;

    KafkaAccess(@Identifier("default-kafka-broker") Map<String, Object> settings) {
        this.settings = settings;
    }

    /** The settings of a client, which none from outside overrides. */
    public Map<String, Object> with(Map<String, Object> own) {
        var all = new HashMap<>(settings);
        // For consumers; each of ours says its own.
        all.remove("group.id");
        all.putAll(own);
        return all;
    }
}
