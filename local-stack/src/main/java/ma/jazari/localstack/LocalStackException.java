package ma.jazari.localstack;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Something that keeps the stack from running, with a message made for whoever started it. */
public final class LocalStackException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public LocalStackException(String message) {
        super(message);
    }

    public LocalStackException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
