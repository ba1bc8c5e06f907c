package ma.jazari.events.programme;

import jakarta.ws.rs.QueryParam;
import ma.jazari.platform.paging.ListQuery;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the list of programmes can be asked for. */
public class ProgrammeQuery extends ListQuery {

    @QueryParam("q")
    @Parameter(description = "Words of a title in any language or of the code; accents do not matter")
    public @Nullable String q;

    @QueryParam("status")
    @Parameter(description = "PLANNED, ACTIVE, CLOSED; comma for OR")
    public @Nullable String status;

    @QueryParam("parent")
    @Parameter(description = "Id or code of the programme that they are directly under; none for the roots")
    public @Nullable String parent;

    @QueryParam("institute")
    @Parameter(description = "Ids of the institutes that lead them; comma for OR")
    public @Nullable String institute;

    @QueryParam("sort")
    @Parameter(
            description = "The order",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"code", "-code", "id", "updatedAt", "-updatedAt"},
                            defaultValue = "code"))
    public @Nullable String sort;
}
