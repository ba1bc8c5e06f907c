package ma.jazari.institutes.part;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.institutes.institute.InstituteLog;
import ma.jazari.institutes.institute.InstituteService;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.json.JsonBinder;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.query.Conditions;
import ma.jazari.platform.query.Keyset;
import ma.jazari.platform.query.Listing;
import ma.jazari.platform.security.Actor;

/**
 * Reads the parts of institutes, and writes those that concern one institute alone. Every write is one transaction that
 * holds the institute, makes a new version of its record and leaves one entry in the change log.
 */
@ApplicationScoped
public class Parts {

    /** Of one kind that an institute has. */
    public static final int MAX_PARTS = 200;

    private final InstituteService institutes;
    private final InstituteLog log;
    private final PastParts past;
    private final JsonBinder binder;
    private final Clock clock;

    Parts(InstituteService institutes, InstituteLog log, PastParts past, JsonBinder binder, Clock clock) {
        this.institutes = institutes;
        this.log = log;
        this.past = past;
        this.binder = binder;
        this.clock = clock;
    }

    /** A page of an institute's parts, oldest first, for whoever may see the institute. */
    @Transactional
    public <P extends Part<R>, R> Page<PartView<R>> list(
            PartKind<P, R> kind, String instituteId, PartQuery query, Actor actor) {
        if (query.asOf != null) {
            return past.list(kind, instituteId, query, actor);
        }
        institutes.get(instituteId, actor);
        var conditions = new Conditions();
        conditions.add("instituteId = :institute", Map.of("institute", instituteId));
        var order = Keyset.<P>byId(part -> part.id().toString()).withUuids();
        var page = Listing.page(kind.rows(), conditions, order, query);
        return page.with(page.items().stream().map(PartView::of).toList());
    }

    @Transactional
    public <P extends Part<R>, R> PartView<R> get(PartKind<P, R> kind, PartAddress address, Actor actor) {
        institutes.get(address.instituteId(), actor);
        return PartView.of(find(kind, address));
    }

    @Transactional
    public <P extends Part<R>, R> PartView<R> add(
            OwnPartKind<P, R> kind, String instituteId, R request, Writing writing) {
        var institute = institutes.forChange(instituteId, writing.actor());
        checkRoom(kind, institute);
        kind.check(instituteId, request, null);
        var part = kind.make(instituteId, request, clock.instant());
        kind.rows().persist(part);
        written(kind.word() + "-added", institute, writing);
        return PartView.of(part);
    }

    /** Changes what the patch names; a patch that changes nothing leaves no trace. */
    @Transactional
    public <P extends Part<R>, R> PartView<R> change(
            OwnPartKind<P, R> kind, PartAddress address, Edit edit, Writing writing) {
        var institute = institutes.forChange(address.instituteId(), writing.actor());
        var part = find(kind, address);
        edit.expected().check(part.version());
        var before = part.written();
        var after = binder.bind(edit.patch().applyTo(binder.tree(before)), kind.requestType());
        if (!after.equals(before)) {
            kind.check(institute.id(), after, part);
            part.change(after, clock.instant());
            written(kind.word() + "-changed", institute, writing);
        }
        return PartView.of(part);
    }

    /** Takes the part away; the history keeps it. */
    @Transactional
    public <P extends Part<R>, R> void remove(
            PartKind<P, R> kind, PartAddress address, ExpectedVersion expected, Writing writing) {
        var institute = institutes.forChange(address.instituteId(), writing.actor());
        var part = find(kind, address);
        expected.check(part.version());
        kind.rows().delete(part);
        written(kind.word() + "-removed", institute, writing);
    }

    /** The part of the institute, for whoever holds or may see that. @throws Problem 404 where there is none */
    public <P extends Part<R>, R> P find(PartKind<P, R> kind, PartAddress address) {
        UUID id = Uuids.checked(address.partId());
        return kind.rows()
                .findByIdOptional(id)
                .filter(part -> part.instituteId().equals(address.instituteId()))
                .orElseThrow(() -> Problem.notFound(kind.word() + " of the institute", address.partId()));
    }

    /** @throws Problem 409 where the institute takes up no more parts of the kind */
    public void checkRoom(PartKind<?, ?> kind, Institute institute) {
        if (institute.status().isEnded()) {
            throw Problem.conflict(
                    "The institute " + institute.id() + " is " + institute.status() + " and takes up nothing new.");
        }
        checkCount(kind, institute);
    }

    /** @throws Problem 409 where the institute has as many parts of the kind as one can have */
    public void checkCount(PartKind<?, ?> kind, Institute institute) {
        if (kind.rows().count("instituteId", institute.id()) >= MAX_PARTS) {
            throw Problem.conflict("The institute " + institute.id() + " has " + MAX_PARTS + " " + kind.key()
                    + ", which is the most.");
        }
    }

    private void written(String fact, Institute institute, Writing writing) {
        institute.touch(clock.instant());
        log.append("institute." + fact, institute, writing.reason(), writing.actor());
    }
}
