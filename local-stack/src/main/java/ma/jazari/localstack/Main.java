package ma.jazari.localstack;

import ma.jazari.localstack.cli.Command;
import ma.jazari.localstack.cli.Commands;
import ma.jazari.localstack.cli.Console;

/** Where {@code ./jazari} hands over. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        var console = new Console();
        int exitCode;
        try {
            exitCode = new Commands(console).run(Command.parse(arguments));
        } catch (LocalStackException failure) {
            console.error(failure.getMessage());
            exitCode = 1;
        }
        System.exit(exitCode);
    }
}
