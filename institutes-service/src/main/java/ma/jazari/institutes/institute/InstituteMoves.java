package ma.jazari.institutes.institute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import ma.jazari.institutes.merge.MergeService;
import ma.jazari.institutes.merge.MergeUndo;
import ma.jazari.institutes.merge.MergedInstitutes;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;

/** Admits, suspends, closes and merges institutes. */
@ApplicationScoped
class InstituteMoves {

    private final InstituteService institutes;
    private final InstituteTree tree;
    private final MergeService merges;
    private final MergeUndo undo;
    private final MergedInstitutes merged;
    private final InstituteLog log;
    private final Clock clock;

    InstituteMoves(
            InstituteService institutes,
            InstituteTree tree,
            MergeService merges,
            MergeUndo undo,
            MergedInstitutes merged,
            InstituteLog log,
            Clock clock) {
        this.institutes = institutes;
        this.tree = tree;
        this.merges = merges;
        this.undo = undo;
        this.merged = merged;
        this.log = log;
        this.clock = clock;
    }

    /** Moves it through its lifecycle; a merge, and taking one back, moves what belongs to it, too. */
    @Transactional
    public Institute move(String id, ExpectedVersion expected, TransitionRequest move, Actor actor) {
        if (actor.isNetworkAdmin() && merged.contains(id)) {
            return undo.undo(id, expected, move, actor);
        }
        if (actor.isNetworkAdmin() && move.to() == InstituteStatus.MERGED) {
            return merges.merge(id, expected, move, actor);
        }
        var institute = institutes.forChange(id, actor);
        expected.check(institute.version());
        var from = institute.status();
        var open = InstitutePolicy.moves(institute.kind(), id, from, actor);
        if (!open.contains(move.to())) {
            throw Problem.moveNotAllowed(from, move.to(), open);
        }
        switch (move.to()) {
            case ACTIVE -> {
                tree.lock();
                tree.checkReachesRoot(institute.kind(), institute.parentId());
            }
            case CLOSED -> tree.checkNobodyDependsOn(institute);
            default -> {}
        }
        institute.moveTo(move.to(), clock.instant());
        log.append(move.to().changeType(from), institute, move.reason(), actor);
        return institute;
    }
}
