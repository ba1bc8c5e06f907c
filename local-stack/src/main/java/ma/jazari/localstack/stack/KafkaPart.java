package ma.jazari.localstack.stack;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import ma.jazari.localstack.KafkaProbe;
import ma.jazari.localstack.KafkaSettings;
import ma.jazari.localstack.KafkaStorage;
import ma.jazari.localstack.process.Launch;
import ma.jazari.localstack.process.Probe;

/** The one Kafka broker, with the topics that the services use. */
record KafkaPart(StackOptions options) implements PartDefinition {

    static final String NAME = "kafka";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> dependencies() {
        return Set.of();
    }

    @Override
    public Map<Integer, String> ports() {
        return Map.of(options.ports().kafka(), "Kafka", options.ports().kafkaController(), "Kafka's controller");
    }

    @Override
    public void prepare(Consumer<String> progress) {
        progress.accept("preparing");
        storage().prepare();
    }

    @Override
    public Launch launch() {
        return storage().launch();
    }

    @Override
    public Probe probe() {
        return new KafkaProbe(options.ports().kafka());
    }

    @Override
    public void whenReady(Consumer<String> progress) {
        progress.accept("making topics");
        new KafkaTopics(bootstrapServers(options)).create();
    }

    static String bootstrapServers(StackOptions options) {
        return "127.0.0.1:" + options.ports().kafka();
    }

    private KafkaStorage storage() {
        return new KafkaStorage(new KafkaSettings(
                options.state().data(NAME),
                options.ports().kafka(),
                options.ports().kafkaController(),
                options.root().resolve("local-stack/target/kafka"),
                options.state().log(NAME)));
    }
}
