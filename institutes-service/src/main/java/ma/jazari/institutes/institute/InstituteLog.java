package ma.jazari.institutes.institute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jazari.institutes.institute.InstituteKeys.Key;
import ma.jazari.institutes.institute.InstituteKeys.Taken;
import ma.jazari.platform.changelog.ChangeLog;
import ma.jazari.platform.changelog.NewChange;
import ma.jazari.platform.changelog.RecordImage;
import ma.jazari.platform.changelog.Subject;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.search.SearchIndex;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Writes down what happened to an institute: its new version, its keys, and one entry in the change log. */
@ApplicationScoped
public class InstituteLog {

    private final EntityManager entities;
    private final InstituteKeys keys;
    private final InstituteParts parts;
    private final SearchIndex search;
    private final ChangeLog changes;

    InstituteLog(
            EntityManager entities, InstituteKeys keys, InstituteParts parts, SearchIndex search, ChangeLog changes) {
        this.entities = entities;
        this.keys = keys;
        this.parts = parts;
        this.search = search;
        this.changes = changes;
    }

    /**
     * Writes the change of the institute, and of its parts, down. One call for each institute and transaction, after
     * everything else.
     *
     * @param type a past-tense fact, for instance {@code institute.updated}
     * @throws Problem 409 where a domain or an id in another registry belongs to another institute
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(String type, Institute institute, @Nullable String reason, Actor actor) {
        appendAll(List.of(new Happened(type, institute)), reason, actor);
    }

    /**
     * What happened to an institute.
     *
     * @param type a past-tense fact, for instance {@code institute.updated}
     */
    public record Happened(String type, Institute institute) {

        /** The same to each. */
        public static List<Happened> toAll(String type, Collection<Institute> institutes) {
            return institutes.stream().map(one -> new Happened(type, one)).toList();
        }
    }

    /**
     * The same for many institutes, in a number of round trips that does not grow with them.
     *
     * @throws Problem 409 where a domain or an id in another registry belongs to another institute
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void appendAll(List<Happened> all, @Nullable String reason, Actor actor) {
        if (all.isEmpty()) {
            return;
        }
        entities.flush();
        var institutes = all.stream().map(Happened::institute).toList();
        var wanted = institutes.stream()
                .flatMap(institute -> keysOf(institute).stream())
                .toList();
        keys.put(institutes.stream().map(Institute::id).toList(), wanted).stream()
                .findFirst()
                .ifPresent(taken -> refuse(taken, actor));
        var partsOfEach = parts.of(institutes.stream()
                .filter(institute -> institute.version() > 1)
                .map(Institute::id)
                .toList());
        changes.appendAll(
                all.stream()
                        .map(one -> change(
                                one.type(),
                                one.institute(),
                                partsOfEach.get(one.institute().id()),
                                reason))
                        .toList(),
                actor);
        search.put(institutes.stream().map(InstituteDocument::of).toList());
    }

    private NewChange change(String type, Institute institute, @Nullable ObjectNode itsParts, @Nullable String reason) {
        var image = image(institute, itsParts == null ? changes.tree(Map.of()) : itsParts);
        var subject = new Subject(InstitutePolicy.SUBJECT, institute.id());
        var audience = institute.status().isPublished() ? null : List.of(subject.type() + ":" + subject.id());
        return new NewChange(type, subject, institute.version(), image.state(), image.privateState(), audience, reason);
    }

    /** The institute with these parts as the log keeps it. */
    RecordImage image(Institute institute, ObjectNode itsParts) {
        var state = changes.tree(institute.state());
        state.setAll(itsParts);
        var contacts = institute.contacts().isEmpty() ? null : changes.tree(Map.of("contacts", institute.contacts()));
        return new RecordImage(state, contacts);
    }

    /** The keys that the institute has by what is written of it. */
    static Collection<Key> keysOf(Institute institute) {
        var state = institute.state();
        return institute.status().isVoid()
                ? List.of()
                : InstituteKeys.of(institute.id(), state.domains(), state.externalIds());
    }

    private void refuse(Taken taken, Actor actor) {
        var holder = Optional.ofNullable(entities.find(Institute.class, taken.holderId()))
                .filter(found -> InstitutePolicy.mayRead(found.id(), found.status(), actor))
                .map(Institute::id);
        var problem = Problem.conflict(taken.kind() + " " + taken.value() + " belongs to "
                + holder.map("the institute "::concat).orElse("another institute")
                + " already. If both are the same, change that one.");
        throw holder.map(id -> problem.with("instituteId", id)).orElse(problem);
    }
}
