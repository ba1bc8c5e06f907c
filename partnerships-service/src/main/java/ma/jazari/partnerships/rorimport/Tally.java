package ma.jazari.partnerships.rorimport;

import java.util.ArrayList;
import java.util.List;

/** What became of records so far; of those that were rejected the first are kept. */
final class Tally {

    private final int mostKept;
    private final List<RejectedRorRecord> rejected = new ArrayList<>();
    private long created;
    private long updated;
    private long unchanged;
    private long refused;

    Tally(int mostKept) {
        this.mostKept = mostKept;
    }

    /** What became of some records. */
    record Outcome(long created, long updated, long unchanged, List<RejectedRorRecord> rejected) {}

    void add(Outcome outcome) {
        created += outcome.created();
        updated += outcome.updated();
        unchanged += outcome.unchanged();
        refused += outcome.rejected().size();
        outcome.rejected().stream().limit(mostKept - rejected.size()).forEach(rejected::add);
    }

    RorImportReport report(RorImportReport.Status status, String detail, boolean dryRun) {
        return new RorImportReport(
                status,
                detail.isEmpty() ? null : detail,
                dryRun,
                created + updated + unchanged,
                created,
                updated,
                unchanged,
                refused,
                List.copyOf(rejected),
                refused - rejected.size());
    }
}
