package ma.jazari.partnerships.statistics;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import ma.jazari.platform.changelog.Canonical;
import ma.jazari.platform.http.IfNoneMatch;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.CurrentActor;
import ma.jazari.platform.text.Languages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Statistics of conventions over HTTP. */
@Path("/v1/conventions/statistics")
@Tag(name = "Conventions")
class StatisticsResource {

    private static final String CSV = "text/csv";
    private static final MediaType CSV_TYPE = MediaType.valueOf(CSV);

    private final Statistics statistics;
    private final CurrentActor actor;
    private final Languages languages;

    StatisticsResource(Statistics statistics, CurrentActor actor, Languages languages) {
        this.statistics = statistics;
        this.actor = actor;
        this.languages = languages;
    }

    @GET
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            operationId = "getConventionStatistics",
            summary = "How many conventions there are of what, with whom, since when and until when, and what waits",
            description =
                    """
                    Counts the conventions that the caller may see: those that are or were in force, and its own; for those who \
                    see everything, all. All figures are of one moment. As `text/csv` each count is a row `dimension,value,count`, \
                    such as `region,MA-03,12`.""")
    @APIResponse(
            responseCode = "200",
            description = "The statistics",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = StatisticsResponse.class)),
                @Content(
                        mediaType = CSV,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        examples = "dimension,value,count\r\ntotal,,57\r\nstatus,IN_FORCE,41\r\n"))
            })
    public Response read(
            @BeanParam StatisticsQuery query,
            @Parameter(hidden = true) @QueryParam("fields") @Nullable String fields,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @Context Request request) {
        var wanted = request.selectVariant(
                Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, CSV_TYPE).build());
        boolean csv = wanted != null && wanted.getMediaType().isCompatible(CSV_TYPE);
        if (csv && fields != null) {
            throw Problem.invalid("fields", "are for JSON; CSV has all rows");
        }
        var read = statistics.read(query, actor.get(), languages.preferred());
        return csv
                ? csv(StatisticsCsv.of(read), ifNoneMatch)
                : Response.ok(read, MediaType.APPLICATION_JSON_TYPE).build();
    }

    private Response csv(String text, @Nullable String ifNoneMatch) {
        var etag = '"' + Canonical.sha256(text) + '"';
        var answer = IfNoneMatch.names(ifNoneMatch, etag)
                ? Response.notModified()
                : Response.ok(text, CSV_TYPE.withCharset("UTF-8"));
        return answer.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.VARY, "Accept, Accept-Language, Authorization")
                .header(HttpHeaders.CACHE_CONTROL, actor.get().isAnonymous() ? "no-cache" : "private, no-cache")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"convention-statistics.csv\"")
                .build();
    }
}
