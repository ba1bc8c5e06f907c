package ma.jazari.localstack.process;

import java.io.IOException;
import ma.jazari.localstack.LocalStackException;

/** The signals that Java itself cannot send. */
public enum Signal {
    /** PostgreSQL's fast shutdown: sessions are ended, data is written. */
    INT,
    TERM,
    STOP,
    CONT;

    void sendTo(long pid) {
        try {
            new ProcessBuilder("kill", "-" + name(), Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new LocalStackException("Cannot signal process " + pid + ": " + failure.getMessage(), failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
