package ma.jazari.gateway.observe;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.AsyncHandler;
import org.jboss.logmanager.handlers.ConsoleHandler;

/**
 * Where the lines go: as they are to the standard output, one JSON object each, whatever the format of other logs is.
 * Under more load than the output takes, lines are lost rather than requests held up.
 */
@Singleton
class AccessLog {

    static final String NAME = "access";

    private static final int WAITING = 10_000;

    // Kept: the log manager forgets loggers that nobody holds.
    private final Logger logger = Logger.getLogger(NAME);
    private final Handler output = output();

    private static Handler output() {
        var lines = new AsyncHandler(WAITING);
        lines.setOverflowAction(AsyncHandler.OverflowAction.DISCARD);
        lines.addHandler(new ConsoleHandler(ConsoleHandler.Target.SYSTEM_OUT, new PatternFormatter("%s%n")));
        return lines;
    }

    void open(@Observes StartupEvent start) {
        logger.setUseParentHandlers(false);
        logger.addHandler(output);
    }

    void close(@Observes ShutdownEvent end) {
        logger.removeHandler(output);
        output.close();
    }

    void write(String line) {
        logger.log(Level.INFO, line);
    }
}
