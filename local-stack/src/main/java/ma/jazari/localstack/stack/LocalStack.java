package ma.jazari.localstack.stack;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import ma.jazari.localstack.LocalStackException;
import ma.jazari.localstack.keycloak.ActsFor;
import ma.jazari.localstack.keycloak.Passwords;
import ma.jazari.localstack.keycloak.Tokens;
import ma.jazari.localstack.run.RunFiles;
import ma.jazari.localstack.run.StackLock;
import ma.jazari.localstack.run.Step;
import ma.jazari.localstack.samples.SampleLoader;

/**
 * The whole system on this machine: real processes, owned by this one.
 *
 * <pre>{@code
 * try (var stack = LocalStack.start(StackOptions.separate(Path.of("target/stack"), 10_000), step -> {})) {
 *     call(stack.gateway().resolve("/v1/institutes"), stack.token("root-admin"));
 *     stack.part("kafka").kill();
 *     stack.part("kafka").start();
 * }
 * }</pre>
 *
 * The parts: {@code postgres}, {@code kafka}, {@code keycloak}, {@code institutes-service}, {@code partnerships-service},
 * {@code events-service}, {@code gateway}. The modules must be built ({@code mvn package}).
 */
public final class LocalStack implements AutoCloseable {

    private static final String SAMPLES = "samples";

    private final StackOptions options;
    private final StackListener listener;
    private final StackLock lock;
    private final List<Part> parts;
    private final StackPlan plan;
    private final RunFiles files;
    private final StartOrder startOrder = new StartOrder();
    private boolean stopped;

    private LocalStack(StackOptions options, StackListener listener, StackLock lock) {
        this.options = options;
        this.listener = listener;
        this.lock = lock;
        this.files = new RunFiles(options.state());
        this.plan = StackPlan.of(options);
        this.parts = plan.parts().stream()
                .map(part -> new Part(part, new PartNotes(files, part), listener))
                .toList();
    }

    /**
     * Starts everything and returns when all parts are ready and the samples are there.
     *
     * @throws LocalStackException when that cannot be; nothing is left running then
     */
    public static LocalStack start(StackOptions options, StackListener listener) {
        var stack = claim(options, listener);
        stack.startAll();
        return stack;
    }

    /** A stack that holds its state directory and runs nothing yet. */
    public static LocalStack claim(StackOptions options, StackListener listener) {
        var lock = StackLock.tryAcquire(options.state())
                .orElseThrow(() -> new LocalStackException(
                        "A stack already uses " + options.state().directory() + ". See: ./jazari status"));
        return new LocalStack(options, listener, lock);
    }

    /** Starts all parts; stops them again when one fails. */
    public void startAll() {
        try {
            stopLeftovers();
            DiskSpace.requireEnough(options.state(), options.distributions());
            PortCheck.requireFree(plan.parts());
            startOrder.start(plan, parts);
            loadSamples();
        } catch (RuntimeException failure) {
            stop();
            throw failure;
        }
    }

    /** Ends what a run left behind that ended without stopping its parts. */
    public void stopLeftovers() {
        var stoppedParts = new Leftovers(files).stop();
        if (!stoppedParts.isEmpty()) {
            listener.hear(Step.now(
                    Step.Kind.NOTE,
                    null,
                    "The last run ended without stopping its parts; stopped now: " + String.join(", ", stoppedParts)));
        }
    }

    private void loadSamples() {
        var loader = new SampleLoader(options.state().samples());
        if (!options.samples() || find(StackPlan.GATEWAY).isEmpty() || !loader.isNeeded()) {
            return;
        }
        listener.begun(SAMPLES, "loading");
        var accounts = new ActsFor(KeycloakPart.admin(options));
        loader.load(gateway(), token("root-admin"), accounts, text -> listener.begun(SAMPLES, text));
        listener.done(SAMPLES, loader.size() + " records");
    }

    public List<Part> parts() {
        return parts;
    }

    /** The part of that name, such as {@code kafka}. */
    public Part part(String name) {
        return find(name).orElseThrow(() -> new LocalStackException("This stack has no part named " + name + "."));
    }

    private Optional<Part> find(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    public StackOptions options() {
        return options;
    }

    /** Such as {@code http://localhost:8080}. */
    public URI gateway() {
        return URI.create("http://localhost:" + options.ports().gateway());
    }

    public URI keycloak() {
        return KeycloakPart.url(options);
    }

    public String kafkaBootstrapServers() {
        return KafkaPart.bootstrapServers(options);
    }

    /** Of a service's database: {@code institutes}, {@code partnerships}, {@code events}; its user has the same name. */
    public String jdbcUrl(String database) {
        return PostgresPart.jdbcUrl(options, database);
    }

    /** The password of the user that owns the database. */
    public String databasePassword(String database) {
        return PostgresPart.passwordOf(options, database);
    }

    /** A fresh access token of a sample user, or of {@code partner-demo}. */
    public String token(String name) {
        return new Tokens(keycloak(), options.root().resolve("keycloak")).of(name);
    }

    /** A fresh access token of any user of the realm, by user name or mail address. */
    public String token(String name, String password) {
        return new Tokens(keycloak(), options.root().resolve("keycloak")).of(name, password);
    }

    /** Confirms the address of a new account and sets its password, as its owner does who follows Keycloak's mail. */
    public void setPassword(String address, String password) {
        new Passwords(KeycloakPart.admin(options)).set(address, password);
    }

    /** Stops all parts, those first that need others; may be called again, and while the stack starts. */
    public void stop() {
        startOrder.abandon();
        synchronized (this) {
            if (stopped) {
                return;
            }
            stopped = true;
            for (var definition : plan.inStopOrder()) {
                stop(part(definition.name()));
                new PartNotes(files, definition).forget();
            }
            lock.close();
        }
    }

    private void stop(Part part) {
        var running = part.identity().isPresent();
        if (running) {
            listener.begun(part.name(), "stopping");
        }
        part.stop();
        if (running) {
            listener.done(part.name(), "stopped");
        }
    }

    @Override
    public void close() {
        stop();
    }
}
