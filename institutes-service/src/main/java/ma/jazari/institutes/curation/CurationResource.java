package ma.jazari.institutes.curation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.security.Role;
import ma.jazari.platform.text.Languages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Curation lists over HTTP. */
@Path(CurationService.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Institutes")
class CurationResource {

    private final CurationService service;
    private final Languages languages;

    CurationResource(CurationService service, Languages languages) {
        this.service = service;
        this.languages = languages;
    }

    @GET
    @RolesAllowed({Role.NETWORK_ADMIN, Role.AUDITOR})
    @Operation(
            operationId = "getInstituteCuration",
            summary = "How many institutes are on each list of what should be looked after")
    public CurationOverview overview() {
        return service.overview();
    }

    @GET
    @Path("/{list}")
    @RolesAllowed({Role.NETWORK_ADMIN, Role.AUDITOR})
    @Operation(
            operationId = "listInstituteCuration",
            summary = "Institutes that should be looked after: submitted, without an Arabic name or a place, or stale")
    public Page<CurationItem> list(
            @Parameter(
                            description = "Which list",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {
                                                "pending-admissions",
                                                "without-arabic-name",
                                                "without-place",
                                                "stale"
                                            }))
                    @PathParam("list")
                    String list,
            @BeanParam CurationQuery query) {
        return service.find(list, query, languages.preferred());
    }
}
