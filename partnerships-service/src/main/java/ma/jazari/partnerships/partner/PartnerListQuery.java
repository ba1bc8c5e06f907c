package ma.jazari.partnerships.partner;

import jakarta.ws.rs.QueryParam;
import ma.jazari.platform.paging.ListQuery;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** How the list of partners is asked for. */
public class PartnerListQuery extends ListQuery {

    @QueryParam("q")
    @Parameter(
            description =
                    "Words of a name in any language, a place, a domain or an id. Accents, elision, the ways to write Arabic letters and"
                            + " typing errors do not matter; what fits best comes first unless sort says otherwise",
            example = "universite fes")
    public @Nullable String q;

    @QueryParam("facets")
    @Parameter(
            description = "Counts over all that match, not only over the page: type, country, status; comma-separated",
            example = "type,country")
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
