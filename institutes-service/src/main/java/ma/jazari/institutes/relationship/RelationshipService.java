package ma.jazari.institutes.relationship;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.institutes.institute.InstituteLog;
import ma.jazari.institutes.institute.InstitutePolicy;
import ma.jazari.institutes.institute.InstituteRepository;
import ma.jazari.institutes.institute.InstituteService;
import ma.jazari.institutes.part.Edit;
import ma.jazari.institutes.part.PartAddress;
import ma.jazari.institutes.part.PartQuery;
import ma.jazari.institutes.part.PartView;
import ma.jazari.institutes.part.Parts;
import ma.jazari.institutes.part.Writing;
import ma.jazari.institutes.relationship.RelationshipRules.End;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.json.JsonBinder;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.security.Actor;

/**
 * Relates institutes. A relationship and its inverse are written in one transaction, which makes a new version of both
 * records and leaves an entry of each in the change log.
 */
@ApplicationScoped
class RelationshipService {

    private final RelationshipRepository relationships;
    private final InstituteRepository institutes;
    private final InstituteService service;
    private final InstituteLog log;
    private final Parts parts;
    private final JsonBinder binder;
    private final Clock clock;

    RelationshipService(
            RelationshipRepository relationships,
            InstituteRepository institutes,
            InstituteService service,
            InstituteLog log,
            Parts parts,
            JsonBinder binder,
            Clock clock) {
        this.relationships = relationships;
        this.institutes = institutes;
        this.service = service;
        this.log = log;
        this.parts = parts;
        this.binder = binder;
        this.clock = clock;
    }

    /** Both institutes, locked; the actor may change both. */
    private record Ends(Institute one, Institute other) {

        End end() {
            return new End(one.id(), one.status());
        }

        End otherEnd() {
            return new End(other.id(), other.status());
        }
    }

    Page<PartView<RelationshipRequest>> list(String instituteId, PartQuery query, Actor actor) {
        return parts.list(relationships, instituteId, query, actor);
    }

    PartView<RelationshipRequest> get(PartAddress address, Actor actor) {
        return parts.get(relationships, address, actor);
    }

    @Transactional
    PartView<RelationshipRequest> add(String instituteId, RelationshipRequest request, Writing writing) {
        if (instituteId.equals(request.id())) {
            throw Problem.invalid("/id", "must be another institute");
        }
        var ends = lock(instituteId, request.id(), writing.actor());
        parts.checkRoom(relationships, ends.one());
        parts.checkCount(relationships, ends.other());
        RelationshipRules.checkPublished(ends.end());
        RelationshipRules.checkPublished(ends.otherEnd());
        RelationshipRules.checkMayBegin(ends.end(), request.type(), ends.otherEnd());
        RelationshipRules.checkNoOverlap(request, contraries(instituteId, request));
        var pair = Relationship.between(instituteId, request, clock.instant());
        relationships.persist(pair.one(), pair.other());
        written("institute.relationship-added", ends, writing);
        return PartView.of(pair.one());
    }

    /** Changes the validity; a patch that changes nothing leaves no trace. */
    @Transactional
    PartView<RelationshipRequest> change(PartAddress address, Edit edit, Writing writing) {
        var ends = lock(address.instituteId(), otherEnd(address, writing.actor()), writing.actor());
        var relationship = find(address, ends);
        edit.expected().check(relationship.version());
        var before = relationship.written();
        var after = binder.bind(edit.patch().applyTo(binder.tree(before)), RelationshipRequest.class);
        if (!after.equals(before)) {
            checkChange(ends, relationship, after);
            relationship.change(after, clock.instant());
            inverseOf(relationship).change(after, clock.instant());
            written("institute.relationship-changed", ends, writing);
        }
        return PartView.of(relationship);
    }

    /** Takes it away from both records; the history of both keeps it. */
    @Transactional
    void remove(PartAddress address, ExpectedVersion expected, Writing writing) {
        var ends = lock(address.instituteId(), otherEnd(address, writing.actor()), writing.actor());
        var relationship = find(address, ends);
        expected.check(relationship.version());
        relationships.delete(inverseOf(relationship));
        relationships.delete(relationship);
        written("institute.relationship-removed", ends, writing);
    }

    /** The relationship between the two that are locked: a merge may have given it another end before that. */
    private Relationship find(PartAddress address, Ends ends) {
        var relationship = parts.find(relationships, address);
        if (!relationship.otherId().equals(ends.other().id())) {
            throw Problem.conflict(
                    "The relationship was changed just now: the institute at its other end was merged. Read"
                            + " it again.");
        }
        return relationship;
    }

    private void checkChange(Ends ends, Relationship relationship, RelationshipRequest after) {
        var violations = new Violations();
        if (after.type() != relationship.type()) {
            violations.add("/type", "does not change: end this relationship and add another");
        }
        if (!after.id().equals(relationship.otherId())) {
            violations.add("/id", "does not change: end this relationship and add another");
        }
        violations.throwIfAny();
        RelationshipRules.checkMayStand(ends.end(), after, ends.otherEnd(), LocalDate.now(clock));
        var others = contraries(relationship.instituteId(), after).stream()
                .filter(other -> !other.id().equals(relationship.id()))
                .toList();
        RelationshipRules.checkNoOverlap(after, others);
    }

    private List<Relationship> contraries(String instituteId, RelationshipRequest request) {
        var types = List.of(request.type(), request.type().inverse());
        return relationships.between(instituteId, request.id(), types);
    }

    private Relationship inverseOf(Relationship relationship) {
        return relationships.findByIdOptional(relationship.inverseId()).orElseThrow();
    }

    /** Where the relationship leads, before anything is locked. */
    private String otherEnd(PartAddress address, Actor actor) {
        var id = Uuids.checked(address.partId());
        PublicId.checked(Institute.ID_PREFIX, address.instituteId());
        return relationships.otherEnd(id, address.instituteId()).orElseThrow(() -> missing(address, actor));
    }

    /** What is missing: the relationship, or for the actor the institute itself. */
    private Problem missing(PartAddress address, Actor actor) {
        service.forChange(address.instituteId(), actor);
        return Problem.notFound("relationship of the institute", address.partId());
    }

    private Ends lock(String instituteId, String otherId, Actor actor) {
        PublicId.checked(Institute.ID_PREFIX, instituteId);
        // In the order of ids, so that two opposite writes wait for each other instead of locking each other out.
        Stream.of(instituteId, otherId).sorted().forEach(institutes::findForChange);
        var institute = service.forChange(instituteId, actor);
        var other = institutes
                .findByIdOptional(otherId)
                .filter(found -> InstitutePolicy.mayRead(found.id(), found.status(), actor))
                .orElseThrow(() -> Problem.invalid("/id", "there is no institute " + otherId + " that you may see"));
        if (!InstitutePolicy.mayChange(other, actor)) {
            throw Problem.forbidden("A relationship stands on both records, and you do not administer " + otherId
                    + ". Ask the network administrator to write it, or suggest the change.");
        }
        return new Ends(institute, other);
    }

    private void written(String fact, Ends ends, Writing writing) {
        for (var institute : List.of(ends.one(), ends.other())) {
            institute.touch(clock.instant());
        }
        for (var institute : List.of(ends.one(), ends.other())) {
            log.append(fact, institute, writing.reason(), writing.actor());
        }
    }
}
