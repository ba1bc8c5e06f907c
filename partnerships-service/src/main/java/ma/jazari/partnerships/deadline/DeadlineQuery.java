package ma.jazari.partnerships.deadline;

import jakarta.ws.rs.QueryParam;
import ma.jazari.platform.paging.ListQuery;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the list of deadlines can be asked for. */
public class DeadlineQuery extends ListQuery {

    @QueryParam("from")
    @Parameter(
            description = "The first day; by default all that is overdue is there, too",
            schema = @Schema(type = SchemaType.STRING, format = "date", examples = "2026-12-01"))
    public @Nullable String from;

    @QueryParam("to")
    @Parameter(
            description = "The last day",
            schema = @Schema(type = SchemaType.STRING, format = "date", examples = "2027-03-01"))
    public @Nullable String to;

    @QueryParam("kind")
    @Parameter(description = "EFFECTIVE, OBLIGATION, NOTICE, RENEWAL, EXPIRY, TERMINATION; comma for OR")
    public @Nullable String kind;

    @QueryParam("party")
    @Parameter(description = "Ids of institutes and partners that are party to the convention; comma for OR")
    public @Nullable String party;

    @QueryParam("convention")
    @Parameter(description = "The id of a convention")
    public @Nullable String convention;
}
