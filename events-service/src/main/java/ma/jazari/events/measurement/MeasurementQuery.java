package ma.jazari.events.measurement;

import jakarta.ws.rs.QueryParam;
import ma.jazari.platform.paging.ListQuery;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the list of a programme's measurements can be asked for. */
public class MeasurementQuery extends ListQuery {

    @QueryParam("indicator")
    @Parameter(description = "Keys of indicators; comma for OR")
    public @Nullable String indicator;

    @QueryParam("institute")
    @Parameter(description = "Ids of institutes; one that others were merged into finds theirs, too; comma for OR")
    public @Nullable String institute;

    @QueryParam("state")
    @Parameter(description = "REPORTED, VERIFIED, DISPUTED, SUPERSEDED; comma for OR")
    public @Nullable String state;

    @QueryParam("from")
    @Parameter(description = "Of periods that end on this day or later", example = "2026-01-01")
    public @Nullable String from;

    @QueryParam("to")
    @Parameter(description = "Of periods that begin on this day or earlier", example = "2026-12-31")
    public @Nullable String to;

    @QueryParam("sort")
    @Parameter(
            description = "The order",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"period", "-period", "reportedAt", "-reportedAt", "id"},
                            defaultValue = "period"))
    public @Nullable String sort;
}
