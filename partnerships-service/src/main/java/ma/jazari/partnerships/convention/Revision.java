package ma.jazari.partnerships.convention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import ma.jazari.partnerships.lifecycle.Assent;
import ma.jazari.platform.changelog.Canonical;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/**
 * One numbered, immutable text of a convention, and what became of it.
 *
 * @param canonical the canonical form that the digest is over
 * @param digest lower-case hex
 * @param assent what was said to it
 * @param inForceTo the day on which it was replaced or ended; null where it is in force, or never was
 */
record Revision(
        String conventionId,
        int number,
        String canonical,
        String digest,
        boolean southSouth,
        Instant proposedAt,
        RevisionState state,
        Assent assent,
        @Nullable LocalDate inForceTo) {

    /** Whether the actor may see it: everybody sees what is or was in force, its own parties the others. */
    boolean isSeenBy(Actor actor) {
        return state.isPublic() || isOpenTo(actor);
    }

    /** Whether the actor may know who said what to it. */
    boolean isOpenTo(Actor actor) {
        return actor.seesEverything() || actor.audiences().stream().anyMatch(parties()::contains);
    }

    private Set<String> parties() {
        return StreamSupport.stream(Canonical.object(canonical).path("parties").spliterator(), false)
                .map(party -> party.path("party"))
                .map(party ->
                        party.path("type").asText() + ":" + party.path("id").asText())
                .collect(Collectors.toSet());
    }
}
