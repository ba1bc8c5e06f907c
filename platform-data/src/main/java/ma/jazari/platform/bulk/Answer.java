package ma.jazari.platform.bulk;

import java.io.IOException;
import java.io.OutputStream;
import org.jboss.logging.Logger;

/**
 * The answer to an import while there is nothing to say yet: white space, which JSON may begin with, so that nobody
 * between here and the client takes the connection for dead. A client that is gone does not stop its import.
 */
public final class Answer {

    private static final Logger LOG = Logger.getLogger(Answer.class);

    private final OutputStream out;
    private boolean isGone;

    public Answer(OutputStream out) {
        this.out = out;
    }

    public void keepAlive() {
        write(new byte[] {'\n'});
    }

    public synchronized void write(byte[] bytes) {
        if (isGone) {
            return;
        }
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            isGone = true;
            LOG.debugf("nobody hears the answer to the import any more: %s", e.getMessage());
        }
    }
}
