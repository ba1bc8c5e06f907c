package ma.jazari.events.institutecopy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether institutes may hold a program event, as far as this service knows them. */
@ApplicationScoped
public class HostInstitutes {

    private final InstituteCopyRepository institutes;
    private final Successions successions;

    HostInstitutes(InstituteCopyRepository institutes, Successions successions) {
        this.institutes = institutes;
        this.successions = successions;
    }

    /**
     * A host that was merged counts as its successor.
     *
     * @throws Problem 409 whose member {@code hosts} says of each that is not an active institute, why
     */
    public void checkActive(List<String> ids, Actor actor) {
        var current = successions.current(ids);
        var known = institutes.findAll(
                Stream.concat(ids.stream(), current.values().stream()).toList());
        var refused = ids.stream()
                .filter(id -> !isActive(known.get(current.getOrDefault(id, id))))
                .map(id -> refusal(id, known.get(id), actor))
                .toList();
        if (!refused.isEmpty()) {
            var reasons = refused.stream()
                    .map(host -> host.id() + " " + host.reason())
                    .collect(Collectors.joining("; "));
            throw Problem.conflict("The hosts of a published event are active institutes: " + reasons + ".")
                    .with("hosts", refused);
        }
    }

    /** Whether the network's founding node is one of them. */
    public boolean includeRoot(List<String> ids) {
        return institutes.findAll(ids).values().stream().anyMatch(InstituteCopy::isRoot);
    }

    private static boolean isActive(@Nullable InstituteCopy known) {
        return known != null && known.isActive();
    }

    private static RefusedHost refusal(String id, @Nullable InstituteCopy known, Actor actor) {
        boolean seen = known != null && (known.isPublic() || actor.seesEverything() || actor.actsFor("INSTITUTE", id));
        return known != null && seen
                ? new RefusedHost(id, known.status(), "is " + known.status() + ", not ACTIVE")
                : new RefusedHost(id, null, "is no institute that you may see");
    }

    /**
     * A host that an event cannot be published with.
     *
     * @param status of the institute; null where the caller may not know of it
     */
    @Schema(hidden = true)
    public record RefusedHost(String id, @Nullable String status, String reason) {}
}
