package ma.jazari.localstack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.jazari.localstack.dist.Trees;
import ma.jazari.localstack.process.JavaRuntime;
import ma.jazari.localstack.process.Launch;
import ma.jazari.localstack.process.Tool;

/** A broker's files: its configuration, written at every start, and its data, formatted once. */
public record KafkaStorage(KafkaSettings settings) {

    /** Small, and quick to start rather than quick under long load. */
    private static final List<String> JAVA_OPTIONS =
            List.of("-Xms128m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MaxMetaspaceSize=128m");

    public void prepare() {
        try {
            Files.createDirectories(settings.directory());
            Files.writeString(settings.configuration(), properties(settings.data()));
            if (!Files.isDirectory(settings.data())) {
                format();
            }
        } catch (IOException failure) {
            throw new LocalStackException("Cannot make Kafka's data: " + failure.getMessage(), failure);
        }
    }

    private void format() throws IOException {
        if (!Files.isDirectory(settings.jars())) {
            throw new LocalStackException("Kafka's jars are not in " + settings.jars()
                    + ". They come with: mvn -pl local-stack -DskipTests package");
        }
        var unfinished = settings.directory().resolve("data.unfinished");
        var configuration = settings.directory().resolve("format.properties");
        Trees.delete(unfinished);
        try {
            Files.writeString(configuration, properties(unfinished));
            Tool.run(java(
                    "kafka format",
                    "kafka.tools.StorageTool",
                    List.of("format", "-t", clusterId(), "-c", configuration.toString())));
            Files.move(unfinished, settings.data(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(configuration);
            Trees.delete(unfinished);
        }
    }

    public Launch launch() {
        return java("kafka", "kafka.Kafka", List.of(settings.configuration().toString()));
    }

    private Launch java(String name, String mainClass, List<String> arguments) {
        var command = new ArrayList<>(List.of(JavaRuntime.executable()));
        command.addAll(JAVA_OPTIONS);
        command.addAll(List.of(
                "-Dorg.slf4j.simpleLogger.logFile=System.out",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                "-Dorg.slf4j.simpleLogger.log.org.apache.kafka.common.config.AbstractConfig=warn",
                "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaConfig=warn",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                settings.jars().resolve("*").toString(),
                mainClass));
        command.addAll(arguments);
        return new Launch(name, command, Map.of(), settings.directory(), settings.log());
    }

    private String properties(Path data) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=PLAINTEXT
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                log.dirs=%3$s
                auto.create.topics.enable=false
                # One broker: there is nowhere to replicate to.
                default.replication.factor=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=5
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=5
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                # A laptop: few threads, a small buffer for compaction (128 MB by default), no waiting for a group to gather.
                num.network.threads=2
                num.io.threads=4
                log.cleaner.dedupe.buffer.size=16777216
                group.initial.rebalance.delay.ms=0
                # A killed broker may come back when its session is over, after 9 s by default.
                broker.heartbeat.interval.ms=1000
                broker.session.timeout.ms=3000
                """
                .formatted(settings.port(), settings.controllerPort(), data);
    }

    /** Kafka's own form of a UUID. */
    private static String clusterId() {
        var uuid = UUID.randomUUID();
        var bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
        var id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        // Kafka's tool takes what begins with a hyphen for an option.
        return id.startsWith("-") ? clusterId() : id;
    }
}
