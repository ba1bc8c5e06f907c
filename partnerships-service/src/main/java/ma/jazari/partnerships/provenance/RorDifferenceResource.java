package ma.jazari.partnerships.provenance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.security.Role;
import ma.jazari.platform.text.Languages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Differences to ROR over HTTP. */
@Path("/v1/partners/differences")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Curation")
class RorDifferenceResource {

    private final RorDifferences differences;
    private final Languages languages;

    RorDifferenceResource(RorDifferences differences, Languages languages) {
        this.differences = differences;
        this.languages = languages;
    }

    @GET
    @RolesAllowed({Role.NETWORK_ADMIN, Role.AUDITOR})
    @Operation(
            operationId = "listRorDifferences",
            summary = "Where partners differ from what ROR says, because an administrator has written it so",
            description =
                    "By partner and field. Writing what ROR says gives the field back: the next import that says something else"
                            + " changes it.")
    public Page<RorDifference> list(@BeanParam ListQuery query) {
        return differences.page(query, languages.preferred());
    }
}
