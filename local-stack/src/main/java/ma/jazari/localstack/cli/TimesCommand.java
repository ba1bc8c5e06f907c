package ma.jazari.localstack.cli;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import ma.jazari.localstack.times.MovedLine;
import ma.jazari.localstack.times.MovedPage;
import ma.jazari.localstack.times.TimeRules;

/** Shows which program events the time-zone rules of now move, and has them moved. */
final class TimesCommand {

    private static final int SOMETHING_LEFT = 1;

    private final Console console;
    private final TimeRules rules;
    private final Supplier<String> token;

    /** @param token makes a fresh one: a token does not last as long as many pages can take */
    TimesCommand(Console console, URI gateway, Supplier<String> token) {
        this.console = console;
        this.rules = new TimeRules(gateway);
        this.token = token;
    }

    /** @return 0 when every event is where the rules put it, 1 when one is not */
    int run(Command.Times command) {
        console.line(
                command.apply() ? "Moving what the time zone rules move" : "Looking for what the time zone rules move");
        long moved = 0;
        long failed = 0;
        var next = Optional.<String>empty();
        do {
            var page = page(command, next);
            show(page);
            moved += page.moved().size();
            failed += page.failed().size();
            next = page.next();
        } while (next.isPresent());
        console.line(said(command, moved, failed));
        boolean isSomethingLeft = failed > 0 || (moved > 0 && !command.apply());
        return isSomethingLeft ? SOMETHING_LEFT : 0;
    }

    private MovedPage page(Command.Times command, Optional<String> after) {
        return command.apply() ? rules.apply(after, token.get()) : rules.list(after, token.get());
    }

    private void show(MovedPage page) {
        page.moved().forEach(this::show);
        page.failed()
                .forEach(id -> console.line("    " + id + " could not be moved; see: ./jazari logs events-service"));
    }

    private void show(MovedLine event) {
        var before = event.before();
        var after = event.after();
        console.line("    " + event.id() + " " + event.status() + " " + event.title());
        if (!before.equals(after)) {
            console.line("      " + before.start() + " in " + event.zone() + " is " + after.startInstant() + " by tzdb "
                    + after.tzdb() + ", and was " + before.startInstant() + " by " + before.tzdb());
        }
        if (event.sessions() > 0) {
            console.line("      " + counted(event.sessions(), "session"));
        }
    }

    private static String said(Command.Times command, long moved, long failed) {
        if (failed > 0) {
            return counted(moved, "program event") + " moved, " + failed + " not. Try again: ./jazari times --apply";
        }
        if (command.apply()) {
            return counted(moved, "program event") + " moved.";
        }
        return moved == 0
                ? "Every program event is where the rules of now put it."
                : counted(moved, "program event") + " to be moved, by: ./jazari times --apply";
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
