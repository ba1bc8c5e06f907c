package ma.jazari.institutes.institute;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which institutes are meant: those that meet every condition. */
public class InstituteQuery {

    @QueryParam("status")
    @Parameter(description = "DRAFT, PENDING, ACTIVE, REJECTED, SUSPENDED, CLOSED, MERGED; comma for OR")
    public @Nullable String status;

    @QueryParam("kind")
    @Parameter(description = "ROOT, INSTITUTE, ANTENNA; comma for OR")
    public @Nullable String kind;

    @QueryParam("mission")
    @Parameter(description = "RESEARCH, TRAINING, INNOVATION; comma for OR")
    public @Nullable String mission;

    @QueryParam("region")
    @Parameter(description = "ISO 3166-2:MA codes, MA-01 to MA-12; comma for OR")
    public @Nullable String region;

    @QueryParam("focusArea")
    @Parameter(description = "Terms such as arabic-nlp; comma for OR")
    public @Nullable String focusArea;

    @QueryParam("parentId")
    @Parameter(description = "Ids of parents; comma for OR")
    public @Nullable String parentId;

    @QueryParam("ids")
    @Parameter(description = "Ids to read in bulk, comma-separated, up to 200")
    public @Nullable String ids;

    @QueryParam("competency")
    @Parameter(description = "Fields of skill that the institute offers; comma for OR", example = "computer-vision")
    public @Nullable String competency;

    @QueryParam("level")
    @Parameter(
            description =
                    "RESEARCH, TEACHING, APPLIED: the level of a competency, with competency the level of that one; comma for OR",
            example = "RESEARCH")
    public @Nullable String level;

    @QueryParam("updatedSince")
    @Parameter(
            description = "A date (its beginning, UTC) or an instant: what changed then or later",
            example = "2026-06-01")
    public @Nullable String updatedSince;
}
