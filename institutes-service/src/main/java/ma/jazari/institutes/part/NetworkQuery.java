package ma.jazari.institutes.part;

import jakarta.ws.rs.QueryParam;
import ma.jazari.platform.paging.ListQuery;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What every list of parts across the network can be asked for. */
public class NetworkQuery extends ListQuery {

    @QueryParam("region")
    @Parameter(description = "ISO 3166-2:MA codes of the institutes' regions, MA-01 to MA-12; comma for OR")
    public @Nullable String region;

    @QueryParam("instituteId")
    @Parameter(description = "Ids of institutes; comma for OR")
    public @Nullable String instituteId;
}
