package ma.jazari.institutes.merge;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import ma.jazari.institutes.institute.InstituteState;
import ma.jazari.institutes.relationship.RelationshipType;
import org.jspecify.annotations.Nullable;

/**
 * What a merge does, decided before anything is done.
 *
 * @param children the institutes that get the successor as their parent
 * @param successorParent the parent that the successor gets where it stood below the source; null where it keeps its own
 * @param parts that move to the successor
 * @param relationships of the source that the successor takes over
 * @param linked whether the successor names the source as its predecessor already
 * @param gains what the successor's record gains
 */
record MergePlan(
        List<String> children,
        @Nullable String successorParent,
        List<Part> parts,
        List<Relationship> relationships,
        List<DroppedPart> droppedParts,
        List<DroppedRelationship> droppedRelationships,
        boolean linked,
        Gains gains) {

    /** A record of a merge with what belongs to it. */
    record Side(InstituteState state, Holdings holdings) {}

    /** A part of the source that the successor has already. */
    record DroppedPart(Part part, String reason) {}

    /** A relationship of the source that means nothing any more, or that the successor has already. */
    record DroppedRelationship(Relationship relationship, String reason) {}

    /**
     * The plan of merging one into the other.
     *
     * @param children the institutes under the source that have not ended
     * @param isBelow whether the successor stands below the source
     */
    static MergePlan of(Side source, Side successor, Collection<String> children, boolean isBelow) {
        var known = successor.holdings();
        var successorId = successor.state().id();
        var parts = source.holdings().parts();
        var dropped = parts.stream().filter(part -> hasSame(known, part)).toList();
        var relationships = source.holdings().relationships();
        return new MergePlan(
                children.stream().filter(id -> !id.equals(successorId)).sorted().toList(),
                isBelow ? source.state().parentId() : null,
                parts.stream().filter(part -> !dropped.contains(part)).toList(),
                relationships.stream()
                        .filter(one -> !one.isHistory()
                                && dropReason(one, known, successorId).isEmpty())
                        .toList(),
                dropped.stream()
                        .map(part -> new DroppedPart(part, "the successor has the same field and level"))
                        .toList(),
                relationships.stream()
                        .flatMap(one -> dropped(one, known, successorId).stream())
                        .toList(),
                relationships.stream().anyMatch(one -> isLink(one, successorId)),
                Gains.of(source.state(), successor.state()));
    }

    private static boolean hasSame(Holdings known, Part part) {
        return known.parts().stream().anyMatch(part::isSameCompetency);
    }

    private static Optional<DroppedRelationship> dropped(Relationship one, Holdings known, String successorId) {
        return dropReason(one, known, successorId).map(reason -> new DroppedRelationship(one, reason));
    }

    private static Optional<String> dropReason(Relationship one, Holdings known, String successorId) {
        if (isLink(one, successorId)) {
            return Optional.empty();
        }
        if (one.otherId().equals(successorId)) {
            return Optional.of("it links the two");
        }
        return !one.isHistory() && known.relationships().stream().anyMatch(one::excludes)
                ? Optional.of("the successor has the same, or its contrary, at that time")
                : Optional.empty();
    }

    /** Whether the source names the successor as such, which is as it should be. */
    private static boolean isLink(Relationship one, String successorId) {
        return one.otherId().equals(successorId) && one.type() == RelationshipType.SUCCESSOR;
    }

    /** Of what the successor would have more than a record holds, how many; by name. */
    Map<String, Integer> tooMany(Holdings known, int most) {
        var counts = new TreeMap<String, Integer>();
        Stream.concat(known.parts().stream(), parts.stream())
                .forEach(part -> counts.merge(part.kind().name().toLowerCase(Locale.ROOT), 1, Integer::sum));
        counts.put("relationship", known.relationships().size() + relationships.size() + (linked ? 0 : 1));
        counts.values().removeIf(count -> count <= most);
        return counts;
    }

    /** The institutes besides the two whose records change. */
    Collection<String> others(String successorId) {
        var dropped = droppedRelationships.stream().map(DroppedRelationship::relationship);
        var others = new TreeSet<>(children);
        Stream.concat(relationships.stream(), dropped)
                .map(Relationship::otherId)
                .forEach(others::add);
        others.remove(successorId);
        return others;
    }
}
