package ma.jazari.localstack.cli;

import java.net.URI;
import ma.jazari.localstack.dist.KeycloakDistribution;
import ma.jazari.localstack.dist.PostgresDistribution;
import ma.jazari.localstack.keycloak.Tokens;
import ma.jazari.localstack.run.RunFiles;
import ma.jazari.localstack.stack.StackOptions;

/** Runs what was asked for. */
public final class Commands {

    private final Console console;
    private final StackOptions options;

    public Commands(Console console) {
        this.console = console;
        this.options = StackOptions.ofEnvironment();
    }

    /** @return the exit code */
    public int run(Command command) {
        return switch (command) {
            case Command.Up up -> new UpCommand(console, options).run(up);
            case Command.Supervise supervise -> new Supervisor(options).run(supervise);
            case Command.Down down -> new DownCommand(console, options).run();
            case Command.Status status -> new StatusCommand(console, ofRunningStack()).run();
            case Command.Logs logs -> new LogsCommand(console, options).run(logs);
            case Command.Token token -> token(token);
            case Command.Verify verify -> verify(verify);
            case Command.Times times -> times(times);
            case Command.Unpack unpack -> unpack();
            case Command.Provision provision -> new ElsewhereCommand(console, options).provision();
            case Command.LoadSamples samples -> new ElsewhereCommand(console, options).loadSamples();
            case Command.Reset reset -> new ResetCommand(console, options).run(reset);
        };
    }

    private int unpack() {
        var zips = options.root().resolve("local-stack/target/dist");
        var keycloak = new KeycloakDistribution(
                zips, options.distributions(), options.state().log("keycloak-build"));
        console.line(PostgresDistribution.in(options.distributions()).toString());
        console.line(keycloak.prepare(progress -> {}).toString());
        return 0;
    }

    private int token(Command.Token token) {
        console.line(tokens(ofRunningStack()).of(token.name()));
        return 0;
    }

    private int verify(Command.Verify verify) {
        var running = ofRunningStack();
        return new VerifyCommand(
                        console, gateway(running), () -> tokens(running).of("root-admin"))
                .run(verify);
    }

    private int times(Command.Times times) {
        var running = ofRunningStack();
        return new TimesCommand(console, gateway(running), () -> tokens(running).of("root-admin")).run(times);
    }

    private static URI gateway(StackOptions running) {
        return URI.create("http://localhost:" + running.ports().gateway());
    }

    private static Tokens tokens(StackOptions running) {
        return new Tokens(running.keycloakUrl(), running.root().resolve("keycloak"));
    }

    /** A stack that runs says itself where its ports are. */
    private StackOptions ofRunningStack() {
        return new RunFiles(options.state())
                .liveSupervisor()
                .map(options::withPortsOf)
                .orElse(options);
    }
}
