package ma.jazari.partnerships.convention;

import jakarta.ws.rs.QueryParam;
import ma.jazari.platform.paging.ListQuery;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the list of conventions can be asked for. */
public class ConventionQuery extends ListQuery {

    @QueryParam("q")
    @Parameter(description = "Words of a title in any language, or of the code; accents do not matter")
    public @Nullable String q;

    @QueryParam("status")
    @Parameter(
            description = "DRAFT, PROPOSED, APPROVED, SIGNED, IN_FORCE, SUSPENDED, TERMINATION_NOTICED, TERMINATED,"
                    + " EXPIRED, REJECTED, WITHDRAWN; comma for OR")
    public @Nullable String status;

    @QueryParam("kind")
    @Parameter(description = "FRAMEWORK, SPECIFIC, MEMORANDUM; comma for OR")
    public @Nullable String kind;

    @QueryParam("domain")
    @Parameter(description = "RESEARCH, TRAINING, INNOVATION, TECHNOLOGY_DEPLOYMENT; comma for OR")
    public @Nullable String domain;

    @QueryParam("party")
    @Parameter(
            description = "Ids of institutes and partners; one that others were merged into finds theirs, too;"
                    + " comma for OR")
    public @Nullable String party;

    @QueryParam("ids")
    @Parameter(description = "Ids to read in bulk, comma-separated, up to 200")
    public @Nullable String ids;

    @QueryParam("sort")
    @Parameter(
            description = "The order",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"id", "updatedAt", "-updatedAt"},
                            defaultValue = "id"))
    public @Nullable String sort;
}
