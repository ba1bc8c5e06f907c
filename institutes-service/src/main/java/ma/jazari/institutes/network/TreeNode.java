package ma.jazari.institutes.network;

import java.util.List;
import ma.jazari.institutes.institute.InstituteKind;
import ma.jazari.institutes.institute.InstituteStatus;
import ma.jazari.institutes.institute.Mission;
import ma.jazari.platform.record.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An institute and those that belong to it. */
@Schema(name = "NetworkTreeNode")
public record TreeNode(
        @Schema(examples = "j4k7xq236") String id,
        InstituteKind kind,
        @Schema(description = "ACTIVE or SUSPENDED") InstituteStatus status,
        List<Name> names,
        @Schema(description = "The DISPLAY name in the caller's language", examples = "Institut Al-Jazari de Fès")
                String displayName,
        @Schema(examples = "MA-03") String region,
        List<Mission> missions,
        @Schema(description = "How many belong to it directly, those too that the answer leaves out", examples = "2")
                int childCount,
        List<TreeNode> children) {}
