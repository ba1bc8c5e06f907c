package ma.jazari.institutes.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import ma.jazari.platform.bulk.Limits;
import ma.jazari.platform.bulk.PhysicalLines;
import ma.jazari.platform.json.JsonBinder;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/** A file of JSON objects, one a line. */
final class NdjsonLines implements Lines {

    private final PhysicalLines lines;
    private final JsonBinder binder;
    private final int longest;

    NdjsonLines(InputStream in, Limits limits, JsonBinder binder) {
        this.lines = new PhysicalLines(in, limits.lineBytes());
        this.binder = binder;
        this.longest = limits.lineBytes();
    }

    @Override
    public @Nullable Line next() throws IOException {
        var line = lines.next();
        while (line != null && line.isBlank()) {
            line = lines.next();
        }
        return line == null ? null : read(line);
    }

    private Line read(PhysicalLines.Physical line) {
        if (line.text() == null) {
            return Line.unreadable(line, longest);
        }
        try {
            var record = binder.object(line.text().getBytes(StandardCharsets.UTF_8));
            var violations = new Violations();
            var envelope = Envelope.takeFrom(record, violations);
            return new Line(line.number(), line.bytes(), new NdjsonContent(envelope, record), violations.all());
        } catch (Problem e) {
            return new Line(line.number(), line.bytes(), null, e.violations());
        }
    }
}
