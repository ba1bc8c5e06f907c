package ma.jazari.institutes.network;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import ma.jazari.platform.http.SharedRead;
import ma.jazari.platform.text.Languages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The network as a whole over HTTP. */
@Path("/v1/network")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Network", description = "The network as a whole: its tree, where it is, and what it pools")
class NetworkResource {

    private final NetworkTree tree;
    private final Coverage coverage;
    private final Languages languages;

    NetworkResource(NetworkTree tree, Coverage coverage, Languages languages) {
        this.tree = tree;
        this.coverage = coverage;
        this.languages = languages;
    }

    @GET
    @PermitAll
    @SharedRead
    @Path("/tree")
    @Operation(
            operationId = "getNetworkTree",
            summary = "The institutes from the root down, now or at an instant of the past")
    public TreeResponse tree(@BeanParam TreeQuery query) {
        return tree.read(query, languages.preferred());
    }

    @GET
    @PermitAll
    @SharedRead
    @Path("/coverage")
    @Operation(
            operationId = "getNetworkCoverage",
            summary = "How many active institutes and which skills are in each region, the empty ones, too")
    public CoverageResponse coverage() {
        return coverage.read(languages.preferred());
    }
}
