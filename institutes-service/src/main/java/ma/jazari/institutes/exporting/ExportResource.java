package ma.jazari.institutes.exporting;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ma.jazari.institutes.institute.InstituteQuery;
import ma.jazari.institutes.institute.InstituteSearch;
import ma.jazari.platform.http.IfNoneMatch;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import ma.jazari.platform.security.CurrentActor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Exports of institutes over HTTP. */
@Path("/v1/institutes/export")
@Tag(name = "Bulk")
class ExportResource {

    private static final String CURSOR = "X-Cursor";

    private final ExportService service;
    private final CurrentActor actor;
    private final CurrentVertxRequest request;

    ExportResource(ExportService service, CurrentActor actor, CurrentVertxRequest request) {
        this.service = service;
        this.actor = actor;
        this.request = request;
    }

    @GET
    @PermitAll
    @Produces({ExportFormat.JSON_TYPE, ExportFormat.NDJSON_TYPE, ExportFormat.CSV_TYPE, ExportFormat.GEOJSON_TYPE})
    @Operation(
            operationId = "exportInstitutes",
            summary = "The institutes of the network, whole, as a file",
            description =
                    """
                    All institutes that the caller may see, each with its full public state as the change feed gives it. \
                    `X-Cursor` is the place in the change feed that the export is true at: read the export, then \
                    `GET /v1/changes?after=` that cursor, and nothing is missed.""")
    @APIResponse(
            responseCode = "200",
            description = "The institutes, by id",
            headers = {
                @Header(
                        name = CURSOR,
                        description = "Where to go on in the change feed",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = HttpHeaders.ETAG,
                        description = "The same as long as nothing has changed",
                        schema = @Schema(type = SchemaType.STRING))
            },
            content = {
                @Content(
                        mediaType = ExportFormat.JSON_TYPE,
                        schema = @Schema(implementation = ExportedInstitutes.class)),
                @Content(mediaType = ExportFormat.NDJSON_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = ExportFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = ExportFormat.GEOJSON_TYPE, schema = @Schema(type = SchemaType.OBJECT))
            })
    public Response export(
            @BeanParam InstituteQuery query,
            @Parameter(hidden = true) @QueryParam("fields") @Nullable String fields,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @Context HttpHeaders headers) {
        if (fields != null) {
            throw Problem.invalid("fields", "an export holds institutes whole; fields are for the list");
        }
        Actor caller = actor.get();
        var export = service.open(InstituteSearch.filter(query, caller), format(headers));
        boolean isKnown = IfNoneMatch.names(ifNoneMatch, export.etag());
        if (isKnown || request.getCurrent().request().method().name().equals(HttpMethod.HEAD)) {
            export.close();
            return answer(isKnown ? Response.status(Response.Status.NOT_MODIFIED) : Response.ok(), export, caller)
                    .build();
        }
        // If the client is gone before it is written.
        request.getCurrent().addEndHandler(ended -> Thread.startVirtualThread(export::abandon));
        return answer(Response.ok(writing(export)), export, caller).build();
    }

    private StreamingOutput writing(Export export) {
        var context = request.getCurrent();
        return (OutputStream out) -> {
            var reading = Reading.of(out, context, service.stall());
            try {
                export.writeTo(reading);
            } catch (IOException e) {
                context.request().connection().close();
                throw e;
            } finally {
                reading.end();
            }
        };
    }

    private static Response.ResponseBuilder answer(Response.ResponseBuilder answer, Export export, Actor caller) {
        var format = export.format();
        return answer.type(MediaType.valueOf(format.mediaType()).withCharset("UTF-8"))
                .header(HttpHeaders.ETAG, export.etag())
                .header(CURSOR, export.cursor())
                .header(HttpHeaders.VARY, "Accept, Authorization")
                .header(HttpHeaders.CACHE_CONTROL, caller.isAnonymous() ? "no-cache" : "private, no-cache")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + format.fileName() + "\"");
    }

    /** The format that the caller wants most, of those that there are. */
    private static ExportFormat format(HttpHeaders headers) {
        var accepted = headers.getAcceptableMediaTypes();
        return Arrays.stream(ExportFormat.values())
                .filter(format -> quality(format, accepted) > 0)
                // Of those that are wanted as much, the one that is named first.
                .max(Comparator.comparingDouble((ExportFormat format) -> quality(format, accepted))
                        .thenComparing(format ->
                                -accepted.indexOf(range(format, accepted).orElseThrow()))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow(NotAcceptableException::new);
    }

    private static double quality(ExportFormat format, List<MediaType> accepted) {
        return range(format, accepted)
                .map(range -> range.getParameters().getOrDefault("q", "1"))
                .filter(q -> q.matches("[01](\\.\\d{0,3})?"))
                .map(Double::parseDouble)
                .orElse(0.0);
    }

    /** What Accept says of the format: the closest of the ranges that it falls into. */
    private static Optional<MediaType> range(ExportFormat format, List<MediaType> accepted) {
        var type = MediaType.valueOf(format.mediaType());
        return accepted.stream()
                .filter(type::isCompatible)
                .min(Comparator.comparing(MediaType::isWildcardType).thenComparing(MediaType::isWildcardSubtype));
    }
}
