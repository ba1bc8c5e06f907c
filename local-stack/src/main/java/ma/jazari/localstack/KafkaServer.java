package ma.jazari.localstack;

import java.nio.file.Path;
import java.time.Duration;
import ma.jazari.localstack.process.OwnedProcess;
import ma.jazari.localstack.process.Readiness;
import ma.jazari.localstack.process.Signal;

/**
 * A real Kafka broker (KRaft, broker and controller in one) as a process of its own, on 127.0.0.1.
 *
 * <pre>{@code
 * try (var kafka = KafkaServer.start(Path.of("target/kafka-data"), 0)) {
 *     produceTo(kafka.bootstrapServers());
 *     kafka.kill();      // SIGKILL, as a crash
 *     kafka.restart();   // the same port, the same data
 *     kafka.pause();     // it hangs: connections stay open, nothing answers
 *     kafka.resume();
 * }
 * }</pre>
 *
 * Topics are not made by using them ({@code auto.create.topics.enable=false}). Not thread-safe.
 */
public final class KafkaServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final KafkaSettings settings;
    private OwnedProcess process;

    private KafkaServer(KafkaSettings settings, OwnedProcess process) {
        this.settings = settings;
        this.process = process;
    }

    /** Starts a broker for tests; port 0 takes a free one. */
    public static KafkaServer start(Path directory, int port) {
        return start(KafkaSettings.forTests(directory, port));
    }

    /** The same, with the broker's jars elsewhere than in {@code local-stack/target/kafka}. */
    public static KafkaServer start(Path directory, int port, Path jars) {
        return start(KafkaSettings.forTests(directory, port, jars));
    }

    /** Returns when the broker answers. */
    public static KafkaServer start(KafkaSettings settings) {
        new KafkaStorage(settings).prepare();
        return new KafkaServer(settings, launchAndAwait(settings));
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + settings.port();
    }

    public boolean isReady() {
        return new KafkaProbe(settings.port()).isReady();
    }

    public OwnedProcess process() {
        return process;
    }

    /** Controlled shutdown. */
    public void stop() {
        process.stop(Signal.TERM, STOP_LIMIT);
    }

    /** SIGKILL. */
    public void kill() {
        process.kill();
    }

    /** Starts again on the same port and data; stops first if it still runs. */
    public void restart() {
        stop();
        process = launchAndAwait(settings);
    }

    /** SIGSTOP: the broker hangs with its connections open. */
    public void pause() {
        process.pause();
    }

    /** SIGCONT. */
    public void resume() {
        process.resume();
    }

    @Override
    public void close() {
        stop();
    }

    private static OwnedProcess launchAndAwait(KafkaSettings settings) {
        var process = OwnedProcess.start(new KafkaStorage(settings).launch());
        try {
            Readiness.await(process, new KafkaProbe(settings.port()), START_LIMIT);
            return process;
        } catch (InterruptedException interruption) {
            process.kill();
            Thread.currentThread().interrupt();
            throw new LocalStackException("Starting Kafka was interrupted", interruption);
        } catch (LocalStackException failure) {
            process.kill();
            throw failure;
        }
    }
}
