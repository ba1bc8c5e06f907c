package ma.jazari.institutes.suggestion;

import jakarta.ws.rs.QueryParam;
import ma.jazari.platform.paging.ListQuery;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the list of change suggestions can be asked for. */
public class SuggestionQuery extends ListQuery {

    @QueryParam("status")
    @Parameter(description = "PENDING, APPLIED, DISCARDED, WITHDRAWN; comma for OR")
    public @Nullable String status;

    @QueryParam("instituteId")
    @Parameter(description = "Ids of the institutes concerned; comma for OR")
    public @Nullable String instituteId;

    @QueryParam("mine")
    @Parameter(
            description = "Whether to list the caller's own alone",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    public @Nullable String mine;

    @QueryParam("sort")
    @Parameter(
            description = "The order",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"createdAt", "-createdAt"},
                            defaultValue = "createdAt"))
    public @Nullable String sort;
}
