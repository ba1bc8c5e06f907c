package ma.jazari.benchmarks.load;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import ma.jazari.benchmarks.BenchmarkException;
import org.jspecify.annotations.Nullable;

/** What came back, whatever it says. */
public record Answer(int status, MultiMap headers, Buffer body) {

    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** @throws BenchmarkException unless it has the status that the call expects */
    public Buffer expectedOf(Call call) {
        if (status != call.expected()) {
            throw new BenchmarkException(call.method() + " " + call.uri() + " was answered " + status + ": " + body);
        }
        return body;
    }
}
