package ma.jazari.events.progress;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.time.Instant;
import ma.jazari.platform.changelog.Canonical;
import ma.jazari.platform.http.IfNoneMatch;
import ma.jazari.platform.http.Renderer;
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

/** Progress over HTTP. */
@Path("/v1/programmes/{id}/progress")
@Tag(name = "Programmes")
class ProgressResource {

    private static final String CSV = "text/csv";
    private static final String SVG = "image/svg+xml";
    private static final MediaType JSON_TYPE = MediaType.APPLICATION_JSON_TYPE;
    private static final MediaType CSV_TYPE = MediaType.valueOf(CSV);
    private static final MediaType SVG_TYPE = MediaType.valueOf(SVG);

    private final ProgressService service;
    private final CurrentActor actor;
    private final Languages languages;
    private final Renderer renderer;

    ProgressResource(ProgressService service, CurrentActor actor, Languages languages, Renderer renderer) {
        this.service = service;
        this.actor = actor;
        this.languages = languages;
        this.renderer = renderer;
    }

    @GET
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CSV, SVG})
    @Operation(
            operationId = "getProgress",
            summary = "What is reported of a programme's indicators, against the line to their targets",
            description =
                    """
                    Each institute and period counts once; what is disputed or superseded counts nowhere. The figures of the \
                    programme's parts are included where they have an indicator of the same key, unit and aggregation. With \
                    `asOf` the answer is what it was then, by what was reported, verified, disputed and corrected until then, \
                    and by the indicators and parts that the programme had.""")
    @APIResponse(
            responseCode = "200",
            description = "The progress",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ProgressResponse.class)),
                @Content(
                        mediaType = CSV,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        examples =
                                                "programme,indicator,title,unit,asOf,baseline,target,targetDate,dimension,value,total,verified,reported,level,share,expected,measurements,projectedAtTargetDate,projectedToReachOn\r\nMAROC-IA-2030,gdp,Contribution au PIB,USD,2026-11-30T10:00:00Z,0,1000,2030-12-31,total,,12,8,4,12,0.012,17.5,3,,\r\n")),
                @Content(mediaType = SVG, schema = @Schema(type = SchemaType.STRING))
            })
    public Response read(
            @Parameter(description = "The programme's id or its code") @PathParam("id") String id,
            @BeanParam ProgressQuery query,
            @Parameter(hidden = true) @QueryParam("fields") @Nullable String fields,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @Context Request request) {
        var variant = request.selectVariant(
                Variant.mediaTypes(JSON_TYPE, CSV_TYPE, SVG_TYPE).build());
        var type = variant == null ? JSON_TYPE : variant.getMediaType();
        boolean json = type.isCompatible(JSON_TYPE);
        if (!json && fields != null) {
            throw Problem.invalid("fields", "are for JSON; other forms are whole");
        }
        var progress = service.read(id, query, actor.get(), languages.preferred());
        // Asked without an instant, the answer is another one only when something else is.
        var tagged = query.asOf == null ? progress.at(Instant.EPOCH) : progress;
        if (json) {
            return json(progress, tagged, fields, ifNoneMatch);
        }
        return type.isCompatible(CSV_TYPE) ? csv(progress, tagged, ifNoneMatch) : chart(progress, ifNoneMatch);
    }

    private Response json(
            ProgressResponse progress, ProgressResponse tagged, @Nullable String fields, @Nullable String ifNoneMatch) {
        var rendered = renderer.render(tagged, fields);
        return answer(renderer.render(progress, fields).body(), JSON_TYPE, rendered.etag(), ifNoneMatch)
                .header(HttpHeaders.CONTENT_LANGUAGE, progress.contentLanguage())
                .build();
    }

    private Response csv(ProgressResponse progress, ProgressResponse tagged, @Nullable String ifNoneMatch) {
        return answer(ProgressCsv.of(progress), CSV_TYPE, tag(ProgressCsv.of(tagged)), ifNoneMatch)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + ProgressCsv.fileName(progress) + "\"")
                .build();
    }

    private Response chart(ProgressResponse progress, @Nullable String ifNoneMatch) {
        if (progress.indicators().size() != 1) {
            throw Problem.invalid(
                    "indicator",
                    "must name one for a chart; the programme has "
                            + progress.indicators().stream()
                                    .map(IndicatorProgress::key)
                                    .toList());
        }
        var words = ChartWords.of(languages.preferred());
        var svg = ProgressChart.svg(progress, progress.indicators().getFirst(), words);
        return answer(svg, SVG_TYPE, tag(svg), ifNoneMatch)
                .header(HttpHeaders.CONTENT_LANGUAGE, words.language())
                .build();
    }

    private static String tag(String text) {
        return '"' + Canonical.sha256(text) + '"';
    }

    private Response.ResponseBuilder answer(Object body, MediaType type, String etag, @Nullable String ifNoneMatch) {
        var answer = IfNoneMatch.names(ifNoneMatch, etag)
                ? Response.notModified()
                : Response.ok(body, type.withCharset("UTF-8"));
        return answer.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.VARY, "Accept, Accept-Language, Authorization")
                .header(HttpHeaders.CACHE_CONTROL, actor.get().isAnonymous() ? "no-cache" : "private, no-cache");
    }
}
