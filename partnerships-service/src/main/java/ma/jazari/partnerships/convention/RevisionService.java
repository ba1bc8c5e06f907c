package ma.jazari.partnerships.convention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import ma.jazari.partnerships.agreement.AgreementDiff;
import ma.jazari.platform.paging.Cursor;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;

/** Reads the texts of a convention: its parties see all, everybody else those that are or were in force. */
@ApplicationScoped
public class RevisionService {

    private final ConventionService conventions;
    private final RevisionRepository revisions;

    RevisionService(ConventionService conventions, RevisionRepository revisions) {
        this.conventions = conventions;
        this.revisions = revisions;
    }

    @Transactional
    public Page<RevisionResponse> list(String id, ListQuery query, Actor actor) {
        var convention = conventions.get(id, actor);
        var binding = "revisions " + convention.id() + actor.seesEverything() + actor.audiences();
        int after = after(Cursor.values(query.cursor, binding, 1));
        var found = revisions.after(convention.id(), after, actor, query.limit() + 1);
        return Page.of(
                found,
                query.limit(),
                revision -> shown(revision, actor, false),
                revision -> Cursor.after(binding, List.of(String.valueOf(revision.number()))),
                null);
    }

    @Transactional
    public RevisionResponse get(String id, int number, Actor actor) {
        var convention = conventions.get(id, actor);
        return shown(seen(convention, number, actor), actor, true);
    }

    /** The canonical form, word for word. */
    @Transactional
    public String canonicalForm(String id, int number, Actor actor) {
        return seen(conventions.get(id, actor), number, actor).canonical();
    }

    /** What differs between two texts that the actor may see. */
    @Transactional
    public RevisionDiff diff(String id, int from, int to, Actor actor) {
        var convention = conventions.get(id, actor);
        var before = seen(convention, from, actor);
        var after = seen(convention, to, actor);
        return new RevisionDiff(from, to, AgreementDiff.between(before.canonical(), after.canonical()));
    }

    private Revision seen(Convention convention, int number, Actor actor) {
        return revisions
                .find(convention.id(), number)
                .filter(found -> found.isSeenBy(actor))
                .orElseThrow(() -> Problem.notFound("revision", String.valueOf(number)));
    }

    private static RevisionResponse shown(Revision revision, Actor actor, boolean whole) {
        var assent =
                revision.isOpenTo(actor) ? revision.assent() : revision.assent().withoutPersons();
        return RevisionResponse.of(revision, assent, whole);
    }

    private static int after(List<String> cursor) {
        var after = new int[1];
        Cursor.reading(() -> cursor.forEach(value -> after[0] = Integer.parseInt(value)));
        return after[0];
    }
}
