package ma.jazari.events.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.json.JsonBinder;
import ma.jazari.platform.json.MergePatch;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;

/** Sets up, changes and closes programmes. Every change is one transaction and leaves one entry in the log. */
@ApplicationScoped
public class ProgrammeService {

    private final ProgrammeRepository programmes;
    private final ProgrammeSearch search;
    private final ProgrammeRules rules;
    private final ProgrammeLog log;
    private final JsonBinder binder;
    private final Clock clock;

    ProgrammeService(
            ProgrammeRepository programmes,
            ProgrammeSearch search,
            ProgrammeRules rules,
            ProgrammeLog log,
            JsonBinder binder,
            Clock clock) {
        this.programmes = programmes;
        this.search = search;
        this.rules = rules;
        this.log = log;
        this.binder = binder;
        this.clock = clock;
    }

    @Transactional
    Programme create(ProgrammeRequest request, Actor actor) {
        ProgrammePolicy.checkIsNetworkAdmin(actor);
        var written = request.withDefaults();
        programmes.lockTree();
        var programme = Programme.create(Uuids.next(), written, clock.instant());
        rules.checkNew(programme);
        programmes.persistAndFlush(programme);
        log.append(ProgrammeStatus.PLANNED.changeTo(programme.status()), programme, null, actor);
        return programme;
    }

    /** Changes what is written of it; a patch that changes nothing leaves no trace. */
    @Transactional
    Programme change(String id, ExpectedVersion expected, MergePatch patch, Actor actor) {
        programmes.lockTree();
        var programme = findForChange(id, actor);
        expected.check(programme.version());
        var before = programme.written();
        var after = binder.bind(patch.applyTo(binder.tree(before)), ProgrammeRequest.class)
                .withDefaults();
        if (after.equals(before)) {
            return programme;
        }
        rules.checkChange(programme, before, after);
        programme.change(after, clock.instant());
        programmes.flush();
        log.append("programme.updated", programme, null, actor);
        return programme;
    }

    /** Moves it through its lifecycle. */
    @Transactional
    Programme move(String id, ExpectedVersion expected, TransitionRequest move, Actor actor) {
        programmes.lockTree();
        var programme = findForChange(id, actor);
        expected.check(programme.version());
        var from = programme.status();
        var open = ProgrammePolicy.moves(from, actor);
        if (!open.contains(move.to())) {
            throw Problem.moveNotAllowed(from, move.to(), open);
        }
        if (from.needsReason() && move.reason() == null) {
            throw Problem.invalid("/reason", "is required for a move from " + from + " to " + move.to());
        }
        rules.checkMove(programme, move.to());
        programme.moveTo(move.to(), move.reason(), clock.instant());
        programmes.flush();
        log.append(from.changeTo(move.to()), programme, move.reason(), actor);
        return programme;
    }

    /**
     * Changes the programme's indicators.
     *
     * @param change what it does; returns the type of the change, empty for none
     */
    @Transactional
    public Programme changeIndicators(String id, Actor actor, Function<Programme, String> change) {
        var programme = findForChange(id, actor);
        var type = change.apply(programme);
        if (!type.isEmpty()) {
            programmes.flush();
            log.append(type, programme, null, actor);
        }
        return programme;
    }

    /** The programme by its id or code, if the actor may see it. */
    @Transactional
    public Programme get(String id, Actor actor) {
        return readable(id, LockModeType.NONE, actor);
    }

    /**
     * The programme for whoever reports a figure of it: neither its place in the tree nor its indicators change until
     * the transaction ends, and those who report do not wait for each other.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Programme getForReport(String id, Actor actor) {
        programmes.shareTree();
        return readable(id, LockModeType.PESSIMISTIC_READ, actor);
    }

    /**
     * Whether figures of the programme may still change. The caller has it for report.
     *
     * @throws Problem 409 where it is only planned, or where it or one above it is closed
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void checkTakesFigures(Programme programme) {
        if (programme.status() == ProgrammeStatus.PLANNED) {
            throw Problem.conflict("The programme is only planned; activate it first.");
        }
        if (programmes.isFinal(UUID.fromString(programme.id()))) {
            throw Problem.conflict(
                    programme.status() == ProgrammeStatus.CLOSED
                            ? "The programme is closed and its figures are final."
                            : "The programme is part of one that is closed, and whose figures are final.");
        }
    }

    /** Whether one of the two is the other, or stands above it: then the figures of the one are among the other's. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean areInLine(UUID one, UUID other) {
        return programmes.isSameOrAbove(one, other) || programmes.isSameOrAbove(other, one);
    }

    @Transactional
    Page<Programme> find(ProgrammeQuery query, Actor actor) {
        return search.find(query, actor);
    }

    private Programme findForChange(String id, Actor actor) {
        var programme =
                programmes.find(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> ProgrammePolicy.notFound(id));
        ProgrammePolicy.checkMayChange(programme, actor);
        return programme;
    }

    private Programme readable(String id, LockModeType lock, Actor actor) {
        var programme = programmes.find(id, lock).orElseThrow(() -> ProgrammePolicy.notFound(id));
        ProgrammePolicy.checkMayRead(programme, actor);
        return programme;
    }
}
