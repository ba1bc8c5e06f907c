package ma.jazari.partnerships.rorimport;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import ma.jazari.partnerships.rorimport.RorImportReport.Status;
import ma.jazari.partnerships.rorimport.Tally.Outcome;
import ma.jazari.platform.bulk.Answer;
import ma.jazari.platform.bulk.BodyRefused;
import ma.jazari.platform.bulk.Refusals;
import ma.jazari.platform.problem.Violation;
import ma.jazari.platform.problem.Violations;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One import from its first record to its report. */
final class RorImportJob {

    private static final Logger LOG = Logger.getLogger(RorImportJob.class);
    private static final int ATTEMPTS = 3;

    private final RorImportParts parts;
    private final ImportTurn turn;
    private final RorFile file;
    private final Order order;
    private final Tally tally;
    /** In which line each ROR id came first. */
    private final Map<String, Long> seen = new HashMap<>();

    private final AtomicBoolean isTaken = new AtomicBoolean();

    RorImportJob(RorImportParts parts, ImportTurn turn, RorFile file, Order order) {
        this.parts = parts;
        this.turn = turn;
        this.file = file;
        this.order = order;
        this.tally = new Tally(parts.config().linesInAnswer());
    }

    /** Gives the turn back if nobody has come to run it, and lets nobody any more. */
    void abandon() {
        if (isTaken.compareAndSet(false, true)) {
            turn.close();
        }
    }

    private record Ending(Status status, String detail) {}

    /** Imports, and writes the report when that is done; white space until then. */
    void run(OutputStream out) throws IOException {
        if (!isTaken.compareAndSet(false, true)) {
            throw new IOException("the client of an import is gone");
        }
        var answer = new Answer(out);
        Ending ending;
        try (turn;
                var pulse = KeptAlive.of(answer, parts.config().keepAlive())) {
            pulse.start();
            ending = carryOut();
        }
        answer.write(parts.json(tally.report(ending.status(), ending.detail(), order.dryRun())));
    }

    private Ending carryOut() {
        try {
            takeIn();
            discardRest();
            return new Ending(Status.COMPLETED, "");
        } catch (BodyRefused e) {
            discardRest();
            return new Ending(Status.FAILED, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            LOG.debugf("the body of an import ended early: %s", e.getMessage());
            return new Ending(Status.FAILED, "The body ended before it was complete.");
        } catch (SQLException | RuntimeException e) {
            LOG.error("the import of a ROR dump failed", e);
            discardRest();
            return new Ending(
                    Status.FAILED,
                    "Something went wrong on our side. What was accepted until then is written; import the file again.");
        }
    }

    private void takeIn() throws IOException, SQLException {
        var batch = new ArrayList<Piece>();
        long bytes = 0;
        for (var piece = file.pieces().next(); piece != null; piece = next(batch)) {
            batch.add(piece);
            bytes += piece.bytes();
            if (batch.size() >= parts.config().batchRecords()
                    || bytes >= parts.config().batchBytes()) {
                take(batch);
                bytes = 0;
            }
        }
        take(batch);
    }

    /** What came before the end of the file counts, whatever ended it. */
    private @Nullable Piece next(List<Piece> batch) throws IOException, SQLException {
        try {
            return file.pieces().next();
        } catch (IOException e) {
            take(batch);
            throw e;
        }
    }

    private void take(List<Piece> batch) throws SQLException {
        if (batch.isEmpty()) {
            return;
        }
        turn.check();
        var rejected = new ArrayList<RejectedRorRecord>();
        var candidates = new ArrayList<Candidate>();
        batch.forEach(piece -> read(piece, candidates, rejected));
        batch.clear();
        tally.add(new Outcome(0, 0, 0, rejected));
        if (!candidates.isEmpty()) {
            takeAll(candidates);
        }
    }

    private void read(Piece piece, List<Candidate> candidates, List<RejectedRorRecord> rejected) {
        var violations = new Violations();
        piece.errors().forEach(error -> violations.add(error.pointer(), error.detail()));
        if (piece.text() != null) {
            parts.reader().read(piece.text(), violations).ifPresent(statement -> {
                var first = seen.putIfAbsent(statement.rorId(), piece.line());
                if (first == null) {
                    candidates.add(new Candidate(piece.line(), statement));
                } else {
                    violations.add("/id", "is the id of line " + first + ", too");
                }
            });
        }
        if (!violations.isEmpty()) {
            rejected.add(RejectedRorRecord.of(piece.line(), violations.all()));
        }
    }

    /** If the database refuses them together, because of a write that came in between, they are taken one by one. */
    private void takeAll(List<Candidate> candidates) {
        try {
            tally.add(parts.intake().take(order, candidates));
        } catch (RuntimeException e) {
            if (Refusals.of(e).isEmpty()) {
                throw e;
            }
            candidates.forEach(candidate -> tally.add(takeAlone(candidate)));
        }
    }

    private Outcome takeAlone(Candidate candidate) {
        for (int attempt = 1; ; attempt++) {
            try {
                return parts.intake().take(order, List.of(candidate));
            } catch (RuntimeException e) {
                var refusal = Refusals.of(e).orElseThrow(() -> e);
                if (refusal.isFinal() || attempt == ATTEMPTS) {
                    var error = new Violation("", refusal.detail());
                    return new Outcome(0, 0, 0, List.of(RejectedRorRecord.of(candidate.line(), List.of(error))));
                }
            }
        }
    }

    private void discardRest() {
        try {
            file.discardRest();
        } catch (IOException e) {
            LOG.debugf("the rest of the body of an import did not come: %s", e.getMessage());
        }
    }
}
