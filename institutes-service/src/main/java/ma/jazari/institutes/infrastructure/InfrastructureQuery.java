package ma.jazari.institutes.infrastructure;

import jakarta.ws.rs.QueryParam;
import ma.jazari.institutes.part.NetworkQuery;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the network's infrastructure can be asked for. */
public class InfrastructureQuery extends NetworkQuery {

    @QueryParam("q")
    @Parameter(description = "Words of the name or the operator; accents do not matter")
    public @Nullable String q;

    @QueryParam("type")
    @Parameter(description = "DATA_CENTRE, CLUSTER, CLOUD_REGION; comma for OR")
    public @Nullable String type;

    @QueryParam("country")
    @Parameter(description = "Where it stands, ISO 3166-1 alpha-2; comma for OR", example = "MA")
    public @Nullable String country;

    @QueryParam("sovereign")
    @Parameter(
            description = "Whether it stands in Morocco and a Moroccan operator runs it; absent for both",
            schema = @Schema(type = SchemaType.BOOLEAN))
    public @Nullable String sovereign;

    @QueryParam("minAccelerators")
    @Parameter(description = "How many accelerators it has at least", example = "8")
    public @Nullable String minAccelerators;
}
