package ma.jazari.institutes.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.jazari.institutes.bulk.Line;
import ma.jazari.institutes.bulk.Lines;
import ma.jazari.institutes.importing.ImportRun.ImportStatus;
import ma.jazari.institutes.intake.Intake;
import ma.jazari.institutes.intake.Tally;
import ma.jazari.platform.bulk.Answer;
import ma.jazari.platform.bulk.Body;
import ma.jazari.platform.bulk.BodyRefused;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One import from its first line to its report. */
public final class ImportJob {

    private static final Logger LOG = Logger.getLogger(ImportJob.class);

    private final ImportParts parts;
    private final UUID runId;
    private final ImportRuns.Order order;
    private final Connection connection;
    private final Body body;
    private final Lines lines;
    private volatile Progress progress = Progress.NONE;

    ImportJob(ImportParts parts, Started started, ImportRuns.Order order, Body body, Lines lines) {
        this.parts = parts;
        this.runId = started.runId();
        this.connection = started.connection();
        this.order = order;
        this.body = body;
        this.lines = lines;
    }

    /** A run that was written down, and the connection that holds the right to it. */
    record Started(UUID runId, Connection connection) {}

    private record Ending(ImportStatus status, @Nullable String detail) {

        static Ending failed(String detail) {
            return new Ending(ImportStatus.FAILED, detail);
        }
    }

    /** Imports, and writes the report when that is done; white space until then. */
    public void run(OutputStream out) {
        var answer = new Answer(out);
        answer.keepAlive();
        var pulse = new Pulse(parts.runs(), parts.config(), runId, connection);
        pulse.start(() -> progress, answer);
        Ending ending;
        try {
            ending = carryOut(pulse);
        } finally {
            pulse.stop();
        }
        answer.write(parts.json(report(end(ending))));
    }

    private Ending carryOut(Pulse pulse) {
        try {
            takeIn(pulse);
            return new Ending(ImportStatus.COMPLETED, null);
        } catch (BodyRefused e) {
            discardRest();
            return Ending.failed(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            LOG.debugf("import %s: the body ended early: %s", runId, e.getMessage());
            return Ending.failed("The body ended before it was complete.");
        } catch (SQLException | RuntimeException e) {
            LOG.errorf(e, "import failed: runId=%s", runId);
            discardRest();
            return Ending.failed(
                    "Something went wrong on our side. What was accepted until then is written; import the file again.");
        }
    }

    private void takeIn(Pulse pulse) throws IOException, SQLException {
        var intake = order.intake(runId);
        var batch = new ArrayList<Line>();
        long bytes = 0;
        for (var line = lines.next(); line != null; line = next(intake, batch, pulse)) {
            batch.add(line);
            bytes += line.bytes();
            if (batch.size() >= parts.config().batchLines()
                    || bytes >= parts.config().batchBytes()) {
                take(intake, batch, pulse);
                bytes = 0;
            }
        }
        take(intake, batch, pulse);
    }

    /** What came before the end of the file counts, whatever ended it. */
    private @Nullable Line next(Intake intake, List<Line> batch, Pulse pulse) throws IOException, SQLException {
        try {
            return lines.next();
        } catch (IOException e) {
            take(intake, batch, pulse);
            throw e;
        }
    }

    private void take(Intake intake, List<Line> batch, Pulse pulse) throws SQLException {
        pulse.check();
        if (!batch.isEmpty()) {
            parts.intake().take(intake, batch, tally -> progress = progress.with(tally, body.count()));
            batch.clear();
        }
    }

    private void discardRest() {
        try {
            body.discardRest();
        } catch (IOException e) {
            LOG.debugf("import %s: the rest of the body did not come: %s", runId, e.getMessage());
        }
    }

    private Ending end(Ending ending) {
        try {
            progress = progress.with(Tally.NONE, body.count());
            parts.runs().progress(connection, runId, progress);
            parts.runs().end(connection, runId, ending.status(), ending.detail());
            return ending;
        } catch (SQLException e) {
            LOG.errorf(e, "the end of an import could not be written down: runId=%s", runId);
            return ending.status() == ImportStatus.FAILED
                    ? ending
                    : Ending.failed("The import is complete, but the database was lost before that was written down.");
        } finally {
            ImportRuns.release(connection);
        }
    }

    private ImportReport report(Ending ending) {
        var tally = progress.tally();
        var shown = parts.rejected().page(runId, 0, parts.config().linesInAnswer());
        return new ImportReport(
                runId.toString(),
                ending.status(),
                ending.detail(),
                order.dryRun(),
                tally.accepted(),
                tally.created(),
                tally.updated(),
                tally.unchanged(),
                tally.rejected(),
                shown,
                tally.rejected() - shown.size());
    }
}
