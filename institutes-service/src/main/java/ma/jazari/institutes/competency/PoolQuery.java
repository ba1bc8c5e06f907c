package ma.jazari.institutes.competency;

import jakarta.ws.rs.QueryParam;
import ma.jazari.platform.paging.ListQuery;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the network's pooled skills can be asked for; the sums are over what matches. */
public class PoolQuery extends ListQuery {

    @QueryParam("field")
    @Parameter(description = "Terms of the vocabulary competency-fields; comma for OR", example = "computer-vision")
    public @Nullable String field;

    @QueryParam("level")
    @Parameter(description = "RESEARCH, TEACHING, APPLIED; comma for OR")
    public @Nullable String level;

    @QueryParam("region")
    @Parameter(description = "ISO 3166-2:MA codes of the institutes' regions, MA-01 to MA-12; comma for OR")
    public @Nullable String region;

    @QueryParam("mission")
    @Parameter(description = "Missions of the institutes: RESEARCH, TRAINING, INNOVATION; comma for OR")
    public @Nullable String mission;
}
