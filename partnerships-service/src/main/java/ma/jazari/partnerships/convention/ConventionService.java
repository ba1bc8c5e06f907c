package ma.jazari.partnerships.convention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.lifecycle.ConventionStatus;
import ma.jazari.partnerships.lifecycle.Happening;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.json.JsonBinder;
import ma.jazari.platform.json.MergePatch;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;

/** Drafts conventions, and finds them. Every change is one transaction and leaves one entry in the change log. */
@ApplicationScoped
public class ConventionService {

    private final ConventionRepository conventions;
    private final ConventionSearch search;
    private final ConventionWriter writer;
    private final Parties parties;
    private final JsonBinder binder;
    private final Clock clock;

    ConventionService(
            ConventionRepository conventions,
            ConventionSearch search,
            ConventionWriter writer,
            Parties parties,
            JsonBinder binder,
            Clock clock) {
        this.conventions = conventions;
        this.search = search;
        this.writer = writer;
        this.parties = parties;
        this.binder = binder;
        this.clock = clock;
    }

    /** A new convention, as a draft that its parties alone see. */
    @Transactional
    public Convention draft(ConventionRequest request, Actor actor) {
        var now = clock.instant();
        var owner = ConventionPolicy.owner(request.agreement().organisations(), request.ownerParty(), actor);
        var draft = checked(request, owner, actor);
        var code = conventions.freshCode(now.atZone(ZoneOffset.UTC).getYear());
        var convention = Convention.draft(Uuids.next().toString(), code, draft, now);
        writer.add(convention, actor);
        return convention;
    }

    /** Changes what is written of a draft, or the contacts of what was proposed; what changes nothing leaves no trace. */
    @Transactional
    public Convention change(String id, ExpectedVersion expected, MergePatch patch, Actor actor) {
        var convention = writer.lock(id, expected, actor);
        var before = ConventionRequest.of(convention, convention.agreement(), convention.contacts());
        var after = binder.bind(patch.applyTo(binder.tree(before)), ConventionRequest.class);
        if (after.normal().equals(before)) {
            return convention;
        }
        if (convention.status() != ConventionStatus.DRAFT
                && after.withContactsOf(before).equals(before)) {
            return changeContacts(convention, after, actor);
        }
        var owner = ConventionPolicy.ownerAfter(convention, after, actor);
        var draft = checked(after, owner, actor);
        writer.change(
                convention,
                found -> {
                    found.rewrite(draft, clock.instant());
                    return Happening.UPDATED;
                },
                null,
                actor);
        return convention;
    }

    private Convention changeContacts(Convention convention, ConventionRequest after, Actor actor) {
        ConventionPolicy.checkIsParty(convention, actor);
        if (convention.status().isEnded()) {
            throw Problem.conflict("The convention is " + convention.status() + "; nothing changes any more.");
        }
        writer.change(
                convention,
                found -> {
                    found.changeContacts(after.contactsOrNone(), clock.instant());
                    return Happening.CONTACTS_CHANGED;
                },
                null,
                actor);
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

    private Draft checked(ConventionRequest request, PartyRef owner, Actor actor) {
        TextSize.check(request.agreement());
        return Draft.of(request, owner, parties.checkedSouthSouth(request.agreement(), actor));
    }
}
