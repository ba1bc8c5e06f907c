package ma.jazari.institutes.intake;

import java.util.UUID;
import ma.jazari.platform.security.Actor;

/** One import as its batches know it: what was asked for, and what its lines have said so far. */
public final class Intake {

    private final UUID runId;
    private final boolean dryRun;
    private final boolean confirmed;
    private final Actor actor;
    private final Seen seen = new Seen();
    private final ParentTree tree;

    /**
     * Begins an import.
     *
     * @param dryRun whether everything is checked and nothing is written
     * @param confirmed whether names that institutes have already are no objection
     */
    public Intake(UUID runId, boolean dryRun, boolean confirmed, Actor actor) {
        this.runId = runId;
        this.dryRun = dryRun;
        this.confirmed = confirmed;
        this.actor = actor;
        this.tree = new ParentTree(dryRun);
    }

    UUID runId() {
        return runId;
    }

    boolean isDryRun() {
        return dryRun;
    }

    boolean isConfirmed() {
        return confirmed;
    }

    Actor actor() {
        return actor;
    }

    Seen seen() {
        return seen;
    }

    ParentTree tree() {
        return tree;
    }

    /** What the batch said holds for the lines after it. */
    void keep() {
        seen.keep();
        tree.keep();
    }

    /** The batch was taken back. */
    void forget() {
        seen.forget();
        tree.forget();
    }
}
