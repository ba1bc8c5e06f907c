package ma.jazari.institutes.merge;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.StreamSupport;
import ma.jazari.institutes.institute.Institute;

/** Gives back what the successor took over, as far as it still has it as it got it. */
@ApplicationScoped
class HoldingUndo {

    private final PartRows parts;
    private final RelationshipRows relationships;

    HoldingUndo(PartRows parts, RelationshipRows relationships) {
        this.parts = parts;
        this.relationships = relationships;
    }

    /**
     * What came of it.
     *
     * @param related the ids of the other institutes whose relationships changed
     * @param left what stays as it is
     */
    record Outcome(TreeSet<String> related, List<String> left) {}

    /** @param records the institutes that the merge touched, by id, as they are now */
    Outcome undo(Merge merge, Move back, Map<String, Institute> records) {
        var outcome = new Outcome(new TreeSet<>(), new ArrayList<>());
        parts(merge.effects(), back, outcome);
        movedRelationships(merge, back, outcome);
        droppedRelationships(merge, records, outcome);
        relationships.dropRows(merge.effects().predecessorLink());
        outcome.related().remove(merge.successorId());
        return outcome;
    }

    private void parts(MergeEffects effects, Move back, Outcome outcome) {
        var moved = parts.move(effects.parts(), back);
        effects.parts().stream()
                .filter(part -> !moved.contains(part.id()))
                .map(part -> part.kind().name().toLowerCase(Locale.ROOT) + " " + part.id())
                .forEach(outcome.left()::add);
        var restored = parts.restore(effects.droppedParts());
        StreamSupport.stream(effects.droppedParts().spliterator(), false)
                .map(HoldingUndo::id)
                .filter(id -> !restored.contains(id))
                .forEach(id -> outcome.left().add("competency " + id));
    }

    private void movedRelationships(Merge merge, Move back, Outcome outcome) {
        var before = merge.effects().relationships();
        var own = relationships.of(merge.sourceId());
        var returning = relationships.find(before.stream().map(Relationship::id).toList()).stream()
                .filter(one -> one.instituteId().equals(merge.successorId()) && !one.otherHasEnded())
                .filter(one -> before.stream().anyMatch(old -> isStillWith(old, one)))
                .filter(one -> own.stream().noneMatch(one::excludes))
                .toList();
        relationships.move(returning, back);
        returning.forEach(one -> outcome.related().add(one.otherId()));
        before.stream()
                .map(Relationship::id)
                .filter(id -> returning.stream().noneMatch(one -> one.id().equals(id)))
                .forEach(id -> outcome.left().add("relationship " + id));
    }

    private static boolean isStillWith(Relationship before, Relationship now) {
        return before.id().equals(now.id()) && before.otherId().equals(now.otherId());
    }

    /** Those of which neither side has ended since. */
    private void droppedRelationships(Merge merge, Map<String, Institute> records, Outcome outcome) {
        var gone = merge.effects().droppedRelationships();
        var possible = gone.arrayNode();
        for (var row : gone) {
            var other = records.get(otherOf(row, merge.sourceId()));
            if (other != null && !other.status().isEnded()) {
                possible.add(row);
            }
        }
        var restored = relationships.restore(possible);
        for (var row : gone) {
            if (restored.contains(id(row))) {
                outcome.related().add(otherOf(row, merge.sourceId()));
            } else {
                outcome.left().add("relationship " + id(row));
            }
        }
    }

    private static String otherOf(JsonNode row, String sourceId) {
        var institute = row.path("institute_id").asText();
        return institute.equals(sourceId) ? row.path("other_id").asText() : institute;
    }

    private static UUID id(JsonNode row) {
        return UUID.fromString(row.path("id").asText());
    }
}
