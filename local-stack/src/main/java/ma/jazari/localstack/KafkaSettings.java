package ma.jazari.localstack;

import java.nio.file.Path;
import ma.jazari.localstack.dist.ProjectRoot;
import ma.jazari.localstack.process.FreePort;

/**
 * How a Kafka runs.
 *
 * @param directory its own folder: configuration and data are made in it
 * @param port of the broker, on 127.0.0.1
 * @param controllerPort of the KRaft controller in the same process
 * @param jars the folder with the broker's jars ({@code local-stack/target/kafka}, made by Maven)
 * @param log where its output goes
 */
public record KafkaSettings(Path directory, int port, int controllerPort, Path jars, Path log) {

    /** Port 0 takes a free one. */
    public static KafkaSettings forTests(Path directory, int port) {
        return forTests(directory, port, ProjectRoot.find().resolve("local-stack/target/kafka"));
    }

    public static KafkaSettings forTests(Path directory, int port, Path jars) {
        return new KafkaSettings(
                directory, port == 0 ? FreePort.find() : port, FreePort.find(), jars, directory.resolve("kafka.log"));
    }

    Path configuration() {
        return directory.resolve("server.properties");
    }

    Path data() {
        return directory.resolve("data");
    }
}
