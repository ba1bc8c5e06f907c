package ma.jazari.partnerships.statistics;

import jakarta.ws.rs.QueryParam;
import ma.jazari.platform.paging.ListQuery;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which conventions statistics are of. */
public class StatisticsQuery {

    private static final String DEFAULT_LIMIT = "10";

    @QueryParam("party")
    @Parameter(
            description =
                    "Ids of institutes and partners; one that others were merged into counts theirs, too; comma for OR",
            example = "j4k7xq236")
    public @Nullable String party;

    @QueryParam("domain")
    @Parameter(description = "RESEARCH, TRAINING, INNOVATION, TECHNOLOGY_DEPLOYMENT; comma for OR")
    public @Nullable String domain;

    @QueryParam("region")
    @Parameter(
            description = "ISO 3166-2:MA codes, MA-01 to MA-12, of institutes that are party; comma for OR",
            example = "MA-03")
    public @Nullable String region;

    @QueryParam("from")
    @Parameter(
            description = "Only what entered into force on this day or later",
            schema = @Schema(type = SchemaType.STRING, format = "date", examples = "2026-01-01"))
    public @Nullable String from;

    @QueryParam("to")
    @Parameter(
            description = "Only what entered into force on this day or before",
            schema = @Schema(type = SchemaType.STRING, format = "date", examples = "2026-12-31"))
    public @Nullable String to;

    @QueryParam("limit")
    @Parameter(
            description = "How many parties at most, in topParties and in ageing; larger values are cut to 200",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = DEFAULT_LIMIT))
    public @Nullable String limit;

    int limit() {
        var list = new ListQuery();
        list.limit = limit == null ? DEFAULT_LIMIT : limit;
        return list.limit();
    }
}
