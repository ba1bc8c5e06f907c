package ma.jazari.institutes.institute;

import jakarta.ws.rs.QueryParam;
import ma.jazari.platform.paging.ListQuery;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the list of institutes can be asked for. */
public class InstituteQuery extends ListQuery {

    @QueryParam("q")
    @Parameter(
            description =
                    "Words of a name in any language, a place, a domain or an id. Accents, elision, the ways to write Arabic letters and"
                            + " typing errors do not matter; what fits best comes first unless sort says otherwise",
            example = "jazari fès")
    public @Nullable String q;

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
    @Parameter(description = "A date or an instant: what changed then or later", example = "2026-06-01")
    public @Nullable String updatedSince;

    @QueryParam("facets")
    @Parameter(
            description =
                    "Counts over all that match, not only over the page: kind, status, region, mission, focusArea, competency;"
                            + " comma-separated",
            example = "region,mission")
    public @Nullable String facets;

    @QueryParam("sort")
    @Parameter(
            description = "The order; without it by relevance where q is given, else by id",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"id", "updatedAt", "-updatedAt", "name", "-name"}))
    public @Nullable String sort;
}
