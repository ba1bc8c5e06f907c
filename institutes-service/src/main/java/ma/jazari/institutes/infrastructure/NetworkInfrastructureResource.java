package ma.jazari.institutes.infrastructure;

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

/** The network's infrastructure over HTTP. */
@Path("/v1/network")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Network")
class NetworkInfrastructureResource {

    private final InfrastructureSearch search;
    private final Capacity capacity;
    private final Languages languages;

    NetworkInfrastructureResource(InfrastructureSearch search, Capacity capacity, Languages languages) {
        this.search = search;
        this.capacity = capacity;
        this.languages = languages;
    }

    @GET
    @PermitAll
    @Path("/infrastructure")
    @Operation(
            operationId = "listNetworkInfrastructure",
            summary = "The infrastructure of the active institutes that matches")
    public Page<NetworkInfrastructureResponse> list(@BeanParam InfrastructureQuery query) {
        var page = search.find(query);
        return page.with(page.items().stream()
                .map(found -> NetworkInfrastructureResponse.of(found, languages.preferred()))
                .toList());
    }

    @GET
    @PermitAll
    @Path("/capacity")
    @Operation(
            operationId = "getNetworkCapacity",
            summary = "What the infrastructure of the active institutes comes to")
    public CapacityResponse capacity() {
        return capacity.total();
    }
}
