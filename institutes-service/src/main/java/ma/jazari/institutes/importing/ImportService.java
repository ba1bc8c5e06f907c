package ma.jazari.institutes.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import ma.jazari.institutes.bulk.FileFormat;
import ma.jazari.institutes.intake.RejectedLine;
import ma.jazari.platform.bulk.Body;
import ma.jazari.platform.bulk.BodyRefused;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.json.JsonBinder;
import ma.jazari.platform.paging.Cursor;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;

/** Begins imports, one at a time, and tells of those there were. */
@ApplicationScoped
public class ImportService {

    private static final String RUNS = "imports";

    private final ImportParts parts;
    private final ImportRunReader reader;
    private final JsonBinder binder;

    ImportService(ImportParts parts, ImportRunReader reader, JsonBinder binder) {
        this.parts = parts;
        this.reader = reader;
        this.binder = binder;
    }

    /**
     * A file that is about to be imported.
     *
     * @param gzip whether it is compressed
     * @param declaredBytes how long it says that it is, as it comes; -1 if it does not
     */
    record Upload(InputStream body, FileFormat format, boolean gzip, long declaredBytes) {}

    /**
     * Begins an import.
     *
     * @throws Problem 400 or 413 for a file that cannot be one, 409 while another import runs
     */
    ImportJob begin(Upload upload, ImportRuns.Order order) {
        var limits = parts.config().limits();
        if (upload.declaredBytes() > limits.bytes()) {
            throw Problem.of(ProblemType.TOO_LARGE, "A file to import has " + limits.bytes() + " bytes at most.");
        }
        try {
            var bounds = Body.Bounds.of(limits.bytes());
            var body = upload.gzip() ? Body.gzip(upload.body(), bounds) : Body.plain(upload.body(), bounds);
            var lines = upload.format().lines(body, limits, binder);
            return new ImportJob(parts, begin(order), order, body, lines);
        } catch (BodyRefused e) {
            throw Problem.invalid("", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw Problem.invalid("", "the body ended before it was complete");
        }
    }

    private ImportJob.Started begin(ImportRuns.Order order) {
        var connection = parts.runs().acquire().orElseThrow(this::anotherRuns);
        boolean begun = false;
        try {
            var started = new ImportJob.Started(parts.runs().begin(connection, order), connection);
            begun = true;
            return started;
        } catch (SQLException e) {
            throw new DatabaseFailure("begin an import", e);
        } finally {
            if (!begun) {
                ImportRuns.release(connection);
            }
        }
    }

    private Problem anotherRuns() {
        var running = reader.running().map(UUID::toString);
        var problem = Problem.conflict("An import is running"
                + running.map(": "::concat).orElse("")
                + ". One runs at a time; see GET /v1/institutes/import.");
        return running.map(id -> problem.with("runId", id)).orElse(problem);
    }

    /** The imports, newest first. */
    Page<ImportRun> runs(ListQuery query) {
        var after = Cursor.values(query.cursor, RUNS, 1);
        Cursor.reading(() -> after.forEach(UUID::fromString));
        var before = after.isEmpty() ? null : UUID.fromString(after.getFirst());
        var rows = reader.page(before, query.limit() + 1);
        var total = query.wantsTotal() ? reader.count() : null;
        return Page.of(rows, query.limit(), run -> run, run -> Cursor.after(RUNS, List.of(run.id())), total);
    }

    ImportRun run(String runId) {
        return find(runId).orElseThrow(() -> Problem.notFound("import", runId));
    }

    /** The lines that the import refused, in the order of its file. */
    Page<RejectedLine> lines(String runId, ListQuery query) {
        var run = run(runId);
        var binding = "lines of import " + run.id();
        var after = Cursor.values(query.cursor, binding, 1);
        var line = new AtomicLong();
        Cursor.reading(() -> after.forEach(value -> line.set(Long.parseLong(value))));
        var rows = parts.rejected().page(UUID.fromString(run.id()), line.get(), query.limit() + 1);
        return Page.of(
                rows,
                query.limit(),
                row -> row,
                row -> Cursor.after(binding, List.of(String.valueOf(row.line()))),
                query.wantsTotal() ? run.rejected() : null);
    }

    private Optional<ImportRun> find(String runId) {
        return reader.find(Uuids.checked(runId));
    }
}
