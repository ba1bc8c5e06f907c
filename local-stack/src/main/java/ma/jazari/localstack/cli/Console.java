package ma.jazari.localstack.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The terminal, or the file or pipe in its place. The only class that prints. */
public final class Console {

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final boolean terminal = Boolean.getBoolean("jazari.terminal");
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    private boolean lineIsOpen;

    /** Whether a line can be written over. */
    boolean isTerminal() {
        return terminal;
    }

    public synchronized void line(String text) {
        close();
        out.println(text);
    }

    /** As it is, without an end of line. */
    synchronized void raw(String text) {
        out.print(text);
        out.flush();
    }

    public synchronized void error(@Nullable String text) {
        close();
        err.println(text);
    }

    /** Writes a line that the next one replaces; only for a terminal. */
    synchronized void passing(String text) {
        if (terminal) {
            out.print(CLEAR_LINE + text);
            out.flush();
            lineIsOpen = true;
        }
    }

    /** Asks, and takes what is not a clear yes as no. */
    boolean confirms(String question) {
        out.print(question + " [y/N] ");
        out.flush();
        try {
            var answer = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return answer != null
                    && (answer.strip().equals("y") || answer.strip().equals("yes"));
        } catch (IOException noAnswer) {
            return false;
        }
    }

    private void close() {
        if (lineIsOpen) {
            out.print(CLEAR_LINE);
            lineIsOpen = false;
        }
    }
}
