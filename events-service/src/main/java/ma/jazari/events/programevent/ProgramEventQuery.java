package ma.jazari.events.programevent;

import jakarta.ws.rs.QueryParam;
import ma.jazari.platform.paging.ListQuery;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the list of program events can be asked for. */
public class ProgramEventQuery extends ListQuery {

    @QueryParam("q")
    @Parameter(description = "Words of a title in any language, a place or an id; accents do not matter")
    public @Nullable String q;

    @QueryParam("type")
    @Parameter(
            description =
                    "NATIONAL_DAY, SIGNATURE_CEREMONY, TRAINING, HACKATHON, CALL, CONFERENCE, SEMINAR; comma for OR")
    public @Nullable String type;

    @QueryParam("status")
    @Parameter(description = "DRAFT, PUBLISHED, POSTPONED, CANCELLED, COMPLETED; comma for OR")
    public @Nullable String status;

    @QueryParam("region")
    @Parameter(description = "ISO 3166-2:MA codes of the venue, MA-01 to MA-12; comma for OR")
    public @Nullable String region;

    @QueryParam("institute")
    @Parameter(description = "Ids of host institutes; one that others were merged into finds theirs, too; comma for OR")
    public @Nullable String institute;

    @QueryParam("language")
    @Parameter(description = "Languages spoken there, such as fr; comma for OR")
    public @Nullable String language;

    @QueryParam("from")
    @Parameter(description = "Starts at this instant or later; a date is its beginning in Morocco")
    public @Nullable String from;

    @QueryParam("to")
    @Parameter(description = "Starts before this instant; a date includes the whole day in Morocco")
    public @Nullable String to;

    @QueryParam("sort")
    @Parameter(
            description = "The order",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"start", "-start", "id", "updatedAt", "-updatedAt"},
                            defaultValue = "start"))
    public @Nullable String sort;
}
