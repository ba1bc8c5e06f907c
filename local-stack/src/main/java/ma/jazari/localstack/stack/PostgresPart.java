package ma.jazari.localstack.stack;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import ma.jazari.localstack.PostgresAdmin;
import ma.jazari.localstack.PostgresCluster;
import ma.jazari.localstack.PostgresSettings;
import ma.jazari.localstack.process.Launch;
import ma.jazari.localstack.process.Probe;
import ma.jazari.localstack.process.Signal;
import ma.jazari.localstack.run.Secrets;

/** The one PostgreSQL, with a database and a role for each of its users. */
record PostgresPart(StackOptions options) implements PartDefinition {

    static final String NAME = "postgres";
    static final List<String> DATABASES = List.of("institutes", "partnerships", "events", "keycloak");

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
        return Map.of(options.ports().postgres(), "PostgreSQL");
    }

    @Override
    public void prepare(Consumer<String> progress) {
        progress.accept("preparing");
        PostgresCluster.prepare(settings());
    }

    @Override
    public Launch launch() {
        return PostgresCluster.prepare(settings()).launch(settings());
    }

    @Override
    public Probe probe() {
        return admin()::answers;
    }

    @Override
    public void whenReady(Consumer<String> progress) {
        DATABASES.forEach(name -> admin().createOwnedDatabase(name, passwordOf(options, name)));
    }

    @Override
    public Signal stopSignal() {
        return Signal.INT;
    }

    static String passwordOf(StackOptions options, String database) {
        return new Secrets(options.state()).get("postgres-" + database);
    }

    static String jdbcUrl(StackOptions options, String database) {
        return "jdbc:postgresql://127.0.0.1:" + options.ports().postgres() + "/" + database;
    }

    private PostgresAdmin admin() {
        return new PostgresAdmin(settings().port(), settings().password());
    }

    private PostgresSettings settings() {
        return new PostgresSettings(
                options.state().data(NAME),
                options.ports().postgres(),
                new Secrets(options.state()).get("postgres-superuser"),
                true,
                options.state().log(NAME),
                options.distributions());
    }
}
