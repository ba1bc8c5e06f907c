package ma.jazari.localstack.cli;

import java.io.IOException;
import java.util.List;
import ma.jazari.localstack.LocalStackException;
import ma.jazari.localstack.dist.Trees;
import ma.jazari.localstack.stack.StackOptions;

/** Deletes all data of the stack; what was unpacked and built stays. */
final class ResetCommand {

    private final Console console;
    private final StackOptions options;

    ResetCommand(Console console, StackOptions options) {
        this.console = console;
        this.options = options;
    }

    int run(Command.Reset command) {
        var directory = options.state().directory();
        if (!command.confirmed()
                && !console.confirms(
                        "This deletes all databases, topics, users, secrets and logs in " + directory + ". Go on?")) {
            console.line("Nothing was deleted.");
            return 1;
        }
        new DownCommand(console, options).run();
        try {
            for (var folder : List.of("data", "secrets", "run", "logs")) {
                Trees.delete(directory.resolve(folder));
            }
        } catch (IOException failure) {
            throw new LocalStackException("Cannot delete all of " + directory + ": " + failure.getMessage(), failure);
        }
        console.line("Deleted. The next ./jazari up starts with empty databases and loads the samples.");
        return 0;
    }
}
