package ma.jazari.institutes.solution;

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

/** The network's solutions over HTTP. */
@Path("/v1/network/solutions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Network")
class NetworkSolutionResource {

    private final SolutionSearch search;
    private final Languages languages;

    NetworkSolutionResource(SolutionSearch search, Languages languages) {
        this.search = search;
        this.languages = languages;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listNetworkSolutions", summary = "The solutions of the active institutes that match")
    public Page<NetworkSolutionResponse> list(@BeanParam SolutionQuery query) {
        var page = search.find(query);
        return page.with(page.items().stream()
                .map(found -> NetworkSolutionResponse.of(found, languages.preferred()))
                .toList());
    }
}
