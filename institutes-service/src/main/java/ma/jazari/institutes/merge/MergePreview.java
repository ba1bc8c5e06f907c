package ma.jazari.institutes.merge;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import ma.jazari.institutes.institute.InstituteResponse;
import ma.jazari.institutes.merge.Part.Kind;
import ma.jazari.platform.record.ExternalId;
import ma.jazari.platform.record.Link;
import ma.jazari.platform.record.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a merge would do. */
@Schema(name = "InstituteMergePreview", description = "What a merge would do; nothing was changed")
public record MergePreview(
        @Schema(description = "The one that ends, as it would be") InstituteResponse source,
        @Schema(description = "The one that stays, as it would be") InstituteResponse successor,
        @Schema(description = "What would move to the successor") Moves moves,
        @Schema(description = "What would be dropped, and why") List<Dropped> dropped,
        @Schema(description = "The names that the successor would gain") List<Name> names,
        @Schema(description = "The domains that it would gain", examples = "[\"example.org\"]") List<String> domains,
        @Schema(description = "The ids in other registries that it would gain") List<ExternalId> externalIds,
        @Schema(description = "The links that it would gain") List<Link> links) {

    /** The plan as it is shown, with the two records as they would be. */
    public static MergePreview of(PlannedMerge planned, InstituteResponse source, InstituteResponse successor) {
        var plan = planned.plan();
        var gains = plan.gains();
        return new MergePreview(
                source,
                successor,
                Moves.of(plan),
                dropped(plan),
                gains.names(),
                gains.domains(),
                gains.externalIds(),
                gains.links());
    }

    private static List<Dropped> dropped(MergePlan plan) {
        var parts = plan.droppedParts().stream()
                .map(one -> new Dropped(
                        one.part().kind().name(),
                        one.part().id(),
                        one.part().field(),
                        one.part().level(),
                        null,
                        one.reason()));
        var relationships = plan.droppedRelationships().stream()
                .map(one -> new Dropped(
                        one.relationship().type().name(),
                        one.relationship().id(),
                        null,
                        null,
                        one.relationship().otherId(),
                        one.reason()));
        return Stream.concat(parts, relationships).toList();
    }

    /** What would move. */
    @Schema(name = "InstituteMergeMoves")
    public record Moves(
            @Schema(
                            description = "Ids of the institutes that would get the successor as their parent",
                            examples = "[\"j00000098\"]")
                    List<String> children,
            List<MovedCompetency> competencies,
            @Schema(description = "Ids of the solutions") List<UUID> solutions,
            @Schema(description = "Ids of the infrastructure") List<UUID> infrastructure,
            List<MovedRelationship> relationships) {

        static Moves of(MergePlan plan) {
            return new Moves(
                    plan.children(),
                    of(plan, Kind.COMPETENCY)
                            .map(part -> new MovedCompetency(
                                    part.id(),
                                    Objects.requireNonNullElse(part.field(), ""),
                                    Objects.requireNonNullElse(part.level(), "")))
                            .toList(),
                    of(plan, Kind.SOLUTION).map(Part::id).toList(),
                    of(plan, Kind.INFRASTRUCTURE).map(Part::id).toList(),
                    plan.relationships().stream()
                            .map(one ->
                                    new MovedRelationship(one.id(), one.type().name(), one.otherId()))
                            .toList());
        }

        private static Stream<Part> of(MergePlan plan, Kind kind) {
            return plan.parts().stream().filter(part -> part.kind() == kind);
        }
    }

    /** A competency that would move. */
    @Schema(name = "InstituteMergeCompetency")
    public record MovedCompetency(
            @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") UUID id,
            @Schema(examples = "computer-vision") String field,
            @Schema(examples = "RESEARCH") String level) {}

    /** A relationship that would move. */
    @Schema(name = "InstituteMergeRelationship")
    public record MovedRelationship(
            @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") UUID id,
            @Schema(examples = "FEDERATED_WITH") String type,
            @Schema(description = "The other institute", examples = "j4k7xq236") String instituteId) {}

    /** Something that the source has and the successor would not get. */
    @Schema(name = "InstituteMergeDropped")
    public record Dropped(
            @Schema(description = "COMPETENCY, or the type of a relationship", examples = "COMPETENCY") String what,
            @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") UUID id,
            @Schema(description = "Of a competency", examples = "computer-vision") @Nullable String field,
            @Schema(description = "Of a competency", examples = "RESEARCH") @Nullable String level,
            @Schema(description = "Of a relationship: the other institute") @Nullable String instituteId,
            @Schema(examples = "the successor has the same field and level") String reason) {}
}
