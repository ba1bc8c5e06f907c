package ma.jazari.institutes.relationship;

import java.time.LocalDate;
import java.util.List;
import ma.jazari.institutes.institute.InstituteStatus;
import ma.jazari.platform.problem.Problem;

/** What may be related to what. Each refuses with a 409. */
final class RelationshipRules {

    private RelationshipRules() {}

    /**
     * An end of a relationship.
     *
     * @param id of the institute
     */
    record End(String id, InstituteStatus status) {}

    /** Both ends belong to the network: what is public of one must not name another that is not. */
    static void checkPublished(End end) {
        if (!end.status().isPublished()) {
            throw Problem.conflict("The institute " + end.id() + " is " + end.status()
                    + "; relationships are between institutes that have been admitted to the network.");
        }
    }

    /** A record that is not ended is not linked to an ended one, except as to its predecessor. */
    static void checkMayBegin(End one, RelationshipType type, End other) {
        if (linksToEnded(one, type, other)) {
            throw Problem.conflict("The institute " + other.id() + " is " + other.status()
                    + "; it can be the PREDECESSOR of an institute, and nothing else to it.");
        }
    }

    /** A link to an ended record may be put into the past, and not be brought back from there. */
    static void checkMayStand(End one, RelationshipRequest after, End other, LocalDate today) {
        boolean ended = linksToEnded(one, after.type(), other)
                || linksToEnded(other, after.type().inverse(), one);
        if (ended && !after.validity().isPast(today)) {
            throw Problem.conflict(
                    "One of the institutes has ended, so the relationship ends, too: validTo must be before " + today
                            + ".");
        }
    }

    private static boolean linksToEnded(End one, RelationshipType type, End other) {
        return !one.status().isEnded() && other.status().isEnded() && type != RelationshipType.PREDECESSOR;
    }

    /** The same does not stand twice at one time, nor a thing and its contrary. */
    static void checkNoOverlap(RelationshipRequest request, List<Relationship> others) {
        others.stream()
                .filter(other -> other.validity().overlaps(request.validity()))
                .findFirst()
                .ifPresent(other -> {
                    throw Problem.conflict("The institute " + request.id() + " is its " + other.type()
                                    + " already, in a time that overlaps. Change that relationship.")
                            .with("relationshipId", other.id());
                });
    }
}
