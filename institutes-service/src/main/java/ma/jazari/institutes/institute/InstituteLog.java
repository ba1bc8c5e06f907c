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
        entities.flush();
        keys.put(List.of(institute.id()), keysOf(institute)).stream()
                .findFirst()
                .ifPresent(taken -> refuse(taken, actor));
        var image = image(institute, institute.version() > 1 ? parts.of(institute.id()) : changes.tree(Map.of()));
        var subject = new Subject(InstitutePolicy.SUBJECT, institute.id());
        var audience = institute.status().isPublished() ? null : List.of(subject.type() + ":" + subject.id());
        changes.append(
                new NewChange(
                        type, subject, institute.version(), image.state(), image.privateState(), audience, reason),
                actor);
        search.put(List.of(InstituteDocument.of(institute)));
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
        return switch (institute.status()) {
            case REJECTED, MERGED -> List.of();
            default -> InstituteKeys.of(institute.id(), state.domains(), state.externalIds());
        };
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
