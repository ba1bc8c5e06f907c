package ma.jazari.institutes.competency;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.text.Languages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The network's pooled skills over HTTP. */
@Path("/v1/network/competencies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Network")
class NetworkCompetencyResource {

    private final CompetencyPool pool;
    private final Languages languages;

    NetworkCompetencyResource(CompetencyPool pool, Languages languages) {
        this.pool = pool;
        this.languages = languages;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listNetworkCompetencies",
            summary = "The skills that the active institutes pool: totals by field, level and region")
    public Page<PooledCompetencyResponse> list(@BeanParam PoolQuery query) {
        return pool.find(query, languages.preferred());
    }
}
