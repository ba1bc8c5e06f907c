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
    @Parameter(
            description =
                    "Words of a title in any language, a place or an id; neither accents nor a typing error matter")
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

    @QueryParam("programme")
    @Parameter(description = "Ids of programmes; comma for OR")
    public @Nullable String programme;

    @QueryParam("series")
    @Parameter(description = "Ids of series; comma for OR")
    public @Nullable String series;

    @QueryParam("callState")
    @Parameter(
            description =
                    "Calls that are UPCOMING, OPEN or CLOSED by the clock, as far as they are published; comma for OR")
    public @Nullable String callState;

    @QueryParam("seeks")
    @Parameter(description = "Calls for PROJECTS, PARTNERS, CANDIDATES, SOLUTIONS, PAPERS; comma for OR")
    public @Nullable String seeks;

    @QueryParam("attendance")
    @Parameter(description = "ON_SITE, ONLINE, MIXED; comma for OR")
    public @Nullable String attendance;

    @QueryParam("near")
    @Parameter(
            description =
                    "Latitude and longitude in degrees; what is held within so many kilometres, where that is known",
            example = "34.02,-6.83")
    public @Nullable String near;

    @QueryParam("within")
    @Parameter(description = "Kilometres from near, at most 20000; 25 where it is absent", example = "25")
    public @Nullable String within;

    @QueryParam("language")
    @Parameter(description = "Languages spoken there, such as fr; comma for OR")
    public @Nullable String language;

    @QueryParam("from")
    @Parameter(description = "Starts at this instant or later; a date is its beginning in Morocco")
    public @Nullable String from;

    @QueryParam("to")
    @Parameter(description = "Starts before this instant; a date includes the whole day in Morocco")
    public @Nullable String to;

    @QueryParam("facets")
    @Parameter(
            description =
                    "What to count all events that match by: type, status, region, institute, programme, language,"
                            + " attendance, seeks, callState; comma-separated",
            example = "type,region")
    public @Nullable String facets;

    @QueryParam("sort")
    @Parameter(
            description = "The order; without it by relevance where q is given, else by start",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"start", "-start", "end", "-end", "id", "updatedAt", "-updatedAt"}))
    public @Nullable String sort;
}
