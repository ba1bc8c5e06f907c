package ma.jazari.partnerships.partner;

import jakarta.ws.rs.QueryParam;
import ma.jazari.platform.paging.ListQuery;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the list of partners can be asked for. */
public class PartnerQuery extends ListQuery {

    @QueryParam("q")
    @Parameter(description = "Words of a name in any language, a place, a domain or an id; accents do not matter")
    public @Nullable String q;

    @QueryParam("type")
    @Parameter(description = "GOVERNMENT, UNIVERSITY, RESEARCH, COMPANY, NGO, INTERNATIONAL, OTHER; comma for OR")
    public @Nullable String type;

    @QueryParam("country")
    @Parameter(description = "ISO 3166-1 alpha-2 codes; comma for OR")
    public @Nullable String country;

    @QueryParam("status")
    @Parameter(description = "ACTIVE, INACTIVE, MERGED; comma for OR")
    public @Nullable String status;

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
