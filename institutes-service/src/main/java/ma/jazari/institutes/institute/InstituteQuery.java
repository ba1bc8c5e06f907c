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
    @Parameter(description = "Words of a name in any language, a place, a domain or an id; accents do not matter")
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
