package ma.jazari.partnerships.convention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.deadline.DeadlineTable;
import ma.jazari.partnerships.lifecycle.Act;
import ma.jazari.partnerships.lifecycle.Deadlines;
import ma.jazari.partnerships.lifecycle.Happening;
import ma.jazari.partnerships.lifecycle.Who;
import ma.jazari.partnerships.party.Attentions;
import ma.jazari.partnerships.time.Today;
import ma.jazari.platform.changelog.ChangeLog;
import ma.jazari.platform.changelog.NewChange;
import ma.jazari.platform.changelog.RecordImage;
import ma.jazari.platform.changelog.Subject;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Carries out changes of conventions, one at a time for each: every change leaves its entry in the log and its texts in
 * their table, in one transaction. What a day has brought meanwhile comes to pass with it.
 */
@ApplicationScoped
public class ConventionWriter {

    /** Whoever acts when a day has come. */
    private static final Actor CALENDAR = new Actor(null, "calendar", Set.of(), Set.of());

    private final ConventionRepository conventions;
    private final RevisionRepository revisions;
    private final DeadlineTable deadlines;
    private final Attentions attentions;
    private final ConventionIndex index;
    private final ChangeLog changes;
    private final Today today;
    private final Clock clock;

    ConventionWriter(
            ConventionRepository conventions,
            RevisionRepository revisions,
            DeadlineTable deadlines,
            Attentions attentions,
            ConventionIndex index,
            ChangeLog changes,
            Today today,
            Clock clock) {
        this.conventions = conventions;
        this.revisions = revisions;
        this.deadlines = deadlines;
        this.attentions = attentions;
        this.index = index;
        this.changes = changes;
        this.today = today;
        this.clock = clock;
    }

    /** The convention, locked, if the actor may change it. @throws Problem 404, 403, 412 */
    @Transactional(Transactional.TxType.MANDATORY)
    public Convention lock(String id, ExpectedVersion expected, Actor actor) {
        var uuid = Uuids.checked(id).toString();
        var convention = conventions.findForChange(uuid).orElseThrow(() -> Problem.notFound("convention", id));
        ConventionPolicy.checkMayChange(convention, actor);
        // Whether the scheduler has come yet makes no difference to what may be done.
        catchUp(convention);
        expected.check(convention.version());
        return convention;
    }

    /** The convention, locked, whoever asks; empty where there is none. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Convention> lock(String id) {
        return conventions.findForChange(id);
    }

    /** Writes a new one. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Convention convention, Actor actor) {
        conventions.persistAndFlush(convention);
        log(Happening.DRAFTED, convention, List.of(), null, actor);
        index.put(List.of(convention));
    }

    /** Changes it, and writes what has changed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void change(
            Convention convention, Function<Convention, Happening> change, @Nullable String reason, Actor actor) {
        var agreementBefore = convention.agreement();
        var insidersBefore = convention.insiders();
        var textsBefore = RevisionCourse.Texts.of(convention);
        var deadlinesBefore = Deadlines.of(convention.facts());
        var how = change.apply(convention);
        conventions.flush();
        revisions.keep(textsBefore.to(convention, how, today.get()));
        var deadlinesNow = Deadlines.of(convention.facts());
        if (!deadlinesNow.equals(deadlinesBefore)) {
            deadlines.put(convention.id(), deadlinesNow);
        }
        log(how, convention, insidersBefore, reason, actor);
        if (!agreementBefore.equals(convention.agreement())) {
            index.put(List.of(convention));
        }
    }

    /** Lets come to pass what days have brought, one after the other. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void catchUp(Convention convention) {
        for (var due = convention.due(today.get()); due.isPresent(); due = convention.due(today.get())) {
            var deadline = due.get();
            change(convention, found -> found.meet(deadline, byDate()), null, CALENDAR);
        }
    }

    /** Marks it where a party is not as it was, and takes the mark away where it is again. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void attend(Convention convention) {
        var now = convention.status().isEnded()
                ? convention.attention()
                : attentions.of(convention.agreement().organisations());
        if (!now.equals(convention.attention())) {
            change(convention, found -> found.attend(now, byDate()), null, CALENDAR);
        }
    }

    private Act byDate() {
        return new Act(null, Who.of(CALENDAR), false, clock.instant(), today.get());
    }

    private void log(
            Happening how, Convention convention, List<PartyRef> insidersBefore, @Nullable String reason, Actor actor) {
        var image = image(convention);
        changes.append(
                new NewChange(
                        how.type(),
                        new Subject(ConventionPolicy.SUBJECT, convention.id()),
                        convention.version(),
                        image.state(),
                        image.privateState(),
                        audience(how, convention, insidersBefore),
                        reason),
                actor);
    }

    /** Of what is confidential of a public record, those hear, too, who are no more invited by it. */
    private static @Nullable List<String> audience(
            Happening how, Convention convention, List<PartyRef> insidersBefore) {
        if (!convention.status().isPublished()) {
            return keys(convention.insiders().stream());
        }
        return how.isConfidential()
                ? keys(Stream.concat(insidersBefore.stream(), convention.insiders().stream()))
                : null;
    }

    private static List<String> keys(Stream<PartyRef> parties) {
        return parties.map(PartyRef::key).distinct().toList();
    }

    /** The convention as the log keeps it. */
    RecordImage image(Convention convention) {
        var confidential = ConfidentialState.of(convention);
        return new RecordImage(
                changes.tree(ConventionState.of(convention)),
                confidential.isEmpty() ? null : changes.tree(confidential));
    }
}
