package ma.jazari.institutes.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.institutes.bulk.Line;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.institutes.institute.InstituteKind;
import ma.jazari.institutes.institute.InstituteLog;
import ma.jazari.institutes.institute.InstituteRepository;
import ma.jazari.institutes.vocabulary.FocusAreas;
import ma.jazari.platform.bulk.Refusals;
import ma.jazari.platform.json.JsonBinder;
import ma.jazari.platform.problem.Violation;

/** Takes the lines of a file into the registry, a batch in one transaction. */
@ApplicationScoped
public class IntakeService {

    private static final int TRANSACTION_SECONDS = 60;
    private static final int ATTEMPTS = 3;

    private final KnownReader known;
    private final InstituteRepository institutes;
    private final InstituteLog log;
    private final FocusAreas focusAreas;
    private final RejectedLines rejected;
    private final JsonBinder binder;
    private final Clock clock;

    IntakeService(
            KnownReader known,
            InstituteRepository institutes,
            InstituteLog log,
            FocusAreas focusAreas,
            RejectedLines rejected,
            JsonBinder binder,
            Clock clock) {
        this.known = known;
        this.institutes = institutes;
        this.log = log;
        this.focusAreas = focusAreas;
        this.rejected = rejected;
        this.binder = binder;
        this.clock = clock;
    }

    /**
     * Takes the batch in. What is wrong with a line is found before anything is written; if the database refuses the batch
     * all the same, because of a write that came in between, it is taken line by line.
     *
     * @param kept learns what became of the lines, as soon as it is committed
     */
    public void take(Intake intake, List<Line> lines, Consumer<Tally> kept) {
        try {
            kept.accept(attempt(intake, lines));
        } catch (RuntimeException e) {
            if (Refusals.of(e).isEmpty()) {
                throw e;
            }
            lines.forEach(line -> kept.accept(takeAlone(intake, line)));
        }
    }

    private Tally takeAlone(Intake intake, Line line) {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(intake, List.of(line));
            } catch (RuntimeException e) {
                var refusal = Refusals.of(e).orElseThrow(() -> e);
                if (refusal.isFinal() || attempt == ATTEMPTS) {
                    return attempt(intake, List.of(refused(line, refusal)));
                }
            }
        }
    }

    private static Line refused(Line line, Refusals.Refusal refusal) {
        return new Line(line.number(), line.bytes(), null, List.of(new Violation("", refusal.detail())));
    }

    private Tally attempt(Intake intake, List<Line> lines) {
        try {
            var tally = QuarkusTransaction.requiringNew()
                    .timeout(TRANSACTION_SECONDS)
                    .call(() -> transaction(intake, lines));
            intake.keep();
            return tally;
        } finally {
            intake.forget();
        }
    }

    private Tally transaction(Intake intake, List<Line> lines) {
        var decisions = decide(intake, lines);
        var created = each(decisions, Decision.Create.class);
        var updated = each(decisions, Decision.Update.class);
        if (!intake.isDryRun()) {
            write(intake, created, updated);
        }
        var refused = each(decisions, Decision.Reject.class);
        rejected.add(intake.runId(), refused.stream().map(Decision.Reject::line).toList());
        long unchanged = each(decisions, Decision.Unchanged.class).size();
        return new Tally(created.size(), updated.size(), unchanged, refused.size());
    }

    private List<Decision> decide(Intake intake, List<Line> lines) {
        var knownOnes = known.read(lines, !intake.isDryRun());
        if (!intake.isDryRun()) {
            // After the institutes' own locks, as every change of one institute does it.
            institutes.lockTree();
        }
        var resolver = new Resolver(knownOnes, binder);
        var candidates = new ArrayList<Object>(lines.size());
        lines.forEach(line -> candidates.add(
                line.content() == null
                        ? new Decision.Reject(RejectedLine.of(line.number(), line.errors()))
                        : resolver.resolve(line)));
        checkFocusAreas(sound(candidates));
        var sound = sound(candidates);
        intake.tree().begin(parentsOf(sound), known::withAllAbove);
        var decider = new Decider(intake, knownOnes, binder, freshIds(sound), freshRootId(sound));
        return candidates.stream()
                .map(item -> item instanceof Candidate candidate ? decider.decide(candidate) : (Decision) item)
                .toList();
    }

    private static List<Candidate> sound(List<Object> candidates) {
        return candidates.stream()
                .filter(Candidate.class::isInstance)
                .map(Candidate.class::cast)
                .filter(Candidate::isSound)
                .toList();
    }

    private void checkFocusAreas(List<Candidate> candidates) {
        var choices = candidates.stream()
                .map(candidate -> new FocusAreas.Choice(candidate.request().focusAreas(), had(candidate)))
                .toList();
        var violations = focusAreas.violations(choices);
        for (int i = 0; i < violations.size(); i++) {
            candidates.get(i).refuse(violations.get(i));
        }
    }

    private static List<String> had(Candidate candidate) {
        var stored = candidate.stored();
        return stored == null ? List.of() : stored.state().focusAreas();
    }

    private static List<String> parentsOf(List<Candidate> candidates) {
        return candidates.stream()
                .map(candidate -> candidate.request().parentId())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private List<String> freshIds(List<Candidate> candidates) {
        return institutes.freshIds(
                Math.toIntExact(candidates.stream().filter(Candidate::isNew).count()));
    }

    private String freshRootId(List<Candidate> candidates) {
        return candidates.stream().anyMatch(c -> c.request().kind() == InstituteKind.ROOT)
                ? institutes.freshId(InstituteKind.ROOT)
                : "";
    }

    private void write(Intake intake, List<Decision.Create> created, List<Decision.Update> updated) {
        var now = clock.instant();
        var fresh = created.stream()
                .map(create -> Institute.imported(create.id(), create.request(), create.status(), now))
                .toList();
        institutes.persist(fresh);
        updated.forEach(update -> update.institute().change(update.request(), now));
        var all = Stream.concat(
                        fresh.stream().map(institute -> new InstituteLog.Happened("institute.imported", institute)),
                        updated.stream()
                                .map(update -> new InstituteLog.Happened("institute.updated", update.institute())))
                .toList();
        log.appendAll(all, "Import " + intake.runId(), intake.actor());
    }

    private static <D extends Decision> List<D> each(List<Decision> decisions, Class<D> kind) {
        return decisions.stream().filter(kind::isInstance).map(kind::cast).collect(Collectors.toList());
    }
}
