package ma.jazari.events.institutecopy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ma.jazari.platform.record.Name;
import ma.jazari.platform.security.Actor;

/** What this service knows of institutes, for the features that name them. */
@ApplicationScoped
public class KnownInstitutes {

    private final InstituteCopyRepository institutes;

    KnownInstitutes(InstituteCopyRepository institutes) {
        this.institutes = institutes;
    }

    /** The institute as its last message has it. */
    public Optional<Known> find(String id) {
        return Optional.ofNullable(institutes.findById(id)).map(InstituteCopy::known);
    }

    /** Those of the institutes that are known, by id. */
    public Map<String, Known> find(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : institutes.findAll(List.copyOf(ids)).values().stream()
                        .map(InstituteCopy::known)
                        .collect(Collectors.toMap(Known::id, known -> known));
    }

    /**
     * An institute.
     *
     * @param status in the words of its owner
     * @param region ISO 3166-2:MA code
     */
    public record Known(String id, String status, List<Name> names, String region, boolean isPublic) {

        public boolean isActive() {
            return status.equals("ACTIVE");
        }

        /** Whether the actor may know that it exists. */
        public boolean isSeenBy(Actor actor) {
            return isPublic || actor.seesEverything() || actor.actsFor("INSTITUTE", id);
        }
    }
}
