package ma.jazari.institutes.duplicate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Likely duplicates over HTTP. */
@Path("/v1/institutes/duplicates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Curation")
class DuplicateResource {

    private final DuplicateCheck duplicates;

    DuplicateResource(DuplicateCheck duplicates) {
        this.duplicates = duplicates;
    }

    @GET
    @RolesAllowed({Role.NETWORK_ADMIN, Role.AUDITOR})
    @Operation(
            operationId = "listDuplicates",
            summary = "Pairs of institutes that may be one; a page may be short and still have a next one")
    public Page<DuplicatePair> list(@BeanParam ListQuery query) {
        return duplicates.pairs(query);
    }
}
