package ma.jazari.partnerships.convention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ma.jazari.partnerships.agreement.Agreement;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.agreement.PartyRole;
import ma.jazari.partnerships.agreement.PartyType;
import ma.jazari.partnerships.institutecopy.Successions;
import ma.jazari.platform.changelog.ChangeLog;
import ma.jazari.platform.changelog.NewChange;
import ma.jazari.platform.changelog.RecordImage;
import ma.jazari.platform.changelog.Subject;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.json.JsonBinder;
import ma.jazari.platform.json.MergePatch;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Drafts and moves conventions. Every change is one transaction and leaves one entry in the change log. */
@ApplicationScoped
class ConventionService {

    private final ConventionRepository conventions;
    private final RevisionRepository revisions;
    private final ConventionSearch search;
    private final Standings standings;
    private final Successions successions;
    private final ChangeLog changes;
    private final JsonBinder binder;
    private final Clock clock;

    ConventionService(
            ConventionRepository conventions,
            RevisionRepository revisions,
            ConventionSearch search,
            Standings standings,
            Successions successions,
            ChangeLog changes,
            JsonBinder binder,
            Clock clock) {
        this.conventions = conventions;
        this.revisions = revisions;
        this.search = search;
        this.standings = standings;
        this.successions = successions;
        this.changes = changes;
        this.binder = binder;
        this.clock = clock;
    }

    /** A new convention, as a draft that its parties alone see. */
    @Transactional
    public Convention draft(ConventionRequest request, Actor actor) {
        var now = clock.instant();
        var parties = request.agreement().organisations();
        var draft = checked(request, ConventionPolicy.owner(parties, request.ownerParty(), actor), actor);
        var code = conventions.freshCode(now.atZone(ZoneOffset.UTC).getYear());
        var convention = Convention.draft(Uuids.next().toString(), code, draft, now);
        conventions.persistAndFlush(convention);
        log("convention.drafted", convention, null, actor);
        return convention;
    }

    /** Changes what is written of a draft; a patch that changes nothing leaves no trace. */
    @Transactional
    public Convention change(String id, ExpectedVersion expected, MergePatch patch, Actor actor) {
        var convention = findForChange(id);
        ConventionPolicy.checkMayRewrite(convention, actor);
        expected.check(convention.version());
        var before = convention.written();
        var after = binder.bind(patch.applyTo(binder.tree(before)), ConventionRequest.class);
        if (after.normal().equals(before)) {
            return convention;
        }
        var owner = ConventionPolicy.ownerAfter(convention, after, actor);
        convention.rewrite(checked(after, owner, actor), clock.instant());
        conventions.flush();
        log("convention.updated", convention, null, actor);
        return convention;
    }

    /** Moves it through its states. */
    @Transactional
    public Convention move(String id, ExpectedVersion expected, TransitionRequest move, Actor actor) {
        var convention = findForChange(id);
        ConventionPolicy.checkMayRewrite(convention, actor);
        expected.check(convention.version());
        var open = ConventionPolicy.moves(
                convention.status(), convention.agreement().organisations(), actor);
        if (!open.contains(move.to())) {
            throw Problem.moveNotAllowed(convention.status(), move.to(), open);
        }
        switch (move.to()) {
            case PROPOSED -> propose(convention, move.reason(), actor);
            case WITHDRAWN -> withdraw(convention, move.reason(), actor);
            default -> throw new IllegalStateException("a move is open that nobody carries out: " + move.to());
        }
        return convention;
    }

    /** The convention, if the actor may see it. */
    @Transactional
    public Convention get(String id, Actor actor) {
        var uuid = Uuids.checked(id).toString();
        var convention = conventions.findByIdOptional(uuid).orElseThrow(() -> Problem.notFound("convention", id));
        ConventionPolicy.checkMayRead(convention, actor);
        return convention;
    }

    @Transactional
    public Page<Convention> find(ConventionQuery query, Actor actor) {
        return search.find(query, actor);
    }

    /** Of the parties of the conventions that were merged, by id, the institute that each is now. */
    Map<String, String> successors(Collection<Convention> shown) {
        var institutes = shown.stream()
                .flatMap(convention -> convention.agreement().organisations().stream())
                .filter(party -> party.type() == PartyType.INSTITUTE)
                .map(PartyRef::id)
                .collect(Collectors.toSet());
        return successions.current(institutes);
    }

    private void propose(Convention convention, @Nullable String reason, Actor actor) {
        var parties = convention.agreement().organisations();
        var known = standings.of(parties);
        PartyCheck.check(parties, known, actor);
        checkAreDifferent(convention.agreement());
        var revision = convention.propose(SouthSouth.between(known.values()), clock.instant());
        conventions.flush();
        revisions.add(revision);
        log("convention.proposed", convention, reason, actor);
    }

    /** Institutes of which one was merged into the other are one party, and nobody agrees with himself. */
    private void checkAreDifferent(Agreement agreement) {
        var current = successions.current(
                agreement.organisations().stream().map(PartyRef::id).toList());
        var signatories = agreement.parties().stream()
                .filter(party -> party.has(PartyRole.SIGNATORY))
                .map(party -> party.party().id())
                .map(id -> current.getOrDefault(id, id))
                .distinct()
                .count();
        if (!current.isEmpty() && signatories < 2) {
            throw Problem.conflict(
                    "At least two different organisations sign a convention; those of this one have been merged into one.");
        }
    }

    private void withdraw(Convention convention, @Nullable String reason, Actor actor) {
        convention.withdraw(clock.instant());
        conventions.flush();
        log("convention.withdrawn", convention, reason, actor);
    }

    private Draft checked(ConventionRequest request, PartyRef owner, Actor actor) {
        var parties = request.agreement().organisations();
        var known = standings.of(parties);
        PartyCheck.check(parties, known, actor);
        return Draft.of(request, owner, SouthSouth.between(known.values()));
    }

    private Convention findForChange(String id) {
        var uuid = Uuids.checked(id).toString();
        return conventions.findForChange(uuid).orElseThrow(() -> Problem.notFound("convention", id));
    }

    private void log(String type, Convention convention, @Nullable String reason, Actor actor) {
        var subject = new Subject(ConventionPolicy.SUBJECT, convention.id());
        var audience = convention.status().isPublished() ? null : List.copyOf(convention.partyKeys());
        var image = image(convention);
        changes.append(
                new NewChange(
                        type, subject, convention.version(), image.state(), image.privateState(), audience, reason),
                actor);
    }

    /** The convention as the log keeps it. */
    RecordImage image(Convention convention) {
        var contacts = convention.contacts().isEmpty() ? null : changes.tree(Map.of("contacts", convention.contacts()));
        return new RecordImage(changes.tree(convention.state()), contacts);
    }
}
