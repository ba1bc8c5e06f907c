package ma.jazari.localstack.stack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import ma.jazari.localstack.process.Launch;
import ma.jazari.localstack.process.Probe;
import ma.jazari.localstack.process.Signal;

/** One process of the system: what it needs, how it is started, and how one sees that it works. */
interface PartDefinition {

    String name();

    /** The parts that must be ready before this one starts. */
    Set<String> dependencies();

    /** The ports that it listens on, with what they are for. */
    Map<Integer, String> ports();

    /** Unpacks, builds and makes what it needs and does not have yet; {@code progress} hears what takes long. */
    void prepare(Consumer<String> progress);

    Launch launch();

    Probe probe();

    /** Makes in the running part what others need of it; may be done again. */
    default void whenReady(Consumer<String> progress) {}

    default Signal stopSignal() {
        return Signal.TERM;
    }

    default Duration startLimit() {
        return Duration.ofMinutes(2);
    }

    default Duration stopLimit() {
        return Duration.ofSeconds(20);
    }

    /** The ports in their order, for the records. */
    default List<Integer> portNumbers() {
        return ports().keySet().stream().sorted().toList();
    }
}
