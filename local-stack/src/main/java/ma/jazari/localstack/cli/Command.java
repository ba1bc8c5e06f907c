package ma.jazari.localstack.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.jazari.localstack.LocalStackException;
import ma.jazari.localstack.verify.LogOwner;

/** What was asked for on the command line. */
public sealed interface Command {

    /**
     * @param detach return when the stack is ready, instead of staying with it
     * @param only the parts to start; empty for all
     * @param samples whether to load the sample data
     */
    record Up(boolean detach, Set<String> only, boolean samples) implements Command {}

    /** The process that {@code up} starts and that owns the parts. */
    record Supervise(Set<String> only, boolean samples) implements Command {}

    record Down() implements Command {}

    record Status() implements Command {}

    record Logs(String part, boolean follow) implements Command {}

    record Token(String name) implements Command {}

    /** @param owner whose log to check; empty for all */
    record Verify(Optional<LogOwner> owner) implements Command {}

    /** @param apply whether to move what moves, instead of showing it */
    record Times(boolean apply) implements Command {}

    /** PostgreSQL and Keycloak, as images need them. */
    record Unpack() implements Command {}

    /** What servers that run elsewhere need before services start: topics, accounts of the realm. */
    record Provision() implements Command {}

    /** The samples, into a registry that runs elsewhere. */
    record LoadSamples() implements Command {}

    record Reset(boolean confirmed) implements Command {}

    /** @throws LocalStackException that says what was not understood */
    static Command parse(String... arguments) {
        if (arguments.length == 0) {
            throw misunderstood("Say what to do.");
        }
        var rest = new Arguments(new ArrayList<>(List.of(arguments).subList(1, arguments.length)));
        var command = parse(arguments[0], rest);
        rest.requireNoMore();
        return command;
    }

    private static Command parse(String name, Arguments rest) {
        return switch (name) {
            case "up" -> new Up(rest.flag("--detach"), rest.list("--only"), !rest.flag("--no-samples"));
            case "supervise" -> new Supervise(rest.list("--only"), !rest.flag("--no-samples"));
            case "down" -> new Down();
            case "status" -> new Status();
            case "logs" -> new Logs(rest.next("the part, such as: ./jazari logs -f gateway"), rest.flag("-f"));
            case "token" -> new Token(rest.next("whose token, such as: ./jazari token root-admin"));
            case "verify" -> new Verify(rest.optional().map(Command::owner));
            case "times" -> new Times(rest.flag("--apply"));
            case "unpack" -> new Unpack();
            case "provision" -> new Provision();
            case "load-samples" -> new LoadSamples();
            case "reset" -> new Reset(rest.flag("--yes"));
            default -> throw misunderstood("There is no command \"" + name + "\".");
        };
    }

    private static LogOwner owner(String word) {
        return LogOwner.of(word)
                .orElseThrow(() -> misunderstood(
                        "\"" + word + "\" keeps no log. There are: " + String.join(", ", LogOwner.words()) + "."));
    }

    static LocalStackException misunderstood(String what) {
        return new LocalStackException(what + " See: ./jazari help");
    }
}
