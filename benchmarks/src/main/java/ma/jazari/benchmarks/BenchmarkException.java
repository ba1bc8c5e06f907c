package ma.jazari.benchmarks;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Something that keeps a measurement from being made, with a message for whoever started it. */
public final class BenchmarkException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public BenchmarkException(String message) {
        super(message);
    }

    public BenchmarkException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
