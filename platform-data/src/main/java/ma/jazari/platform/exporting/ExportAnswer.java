package ma.jazari.platform.exporting;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ma.jazari.platform.http.IfNoneMatch;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.search.SqlFilter;
import ma.jazari.platform.security.Actor;
import ma.jazari.platform.security.CurrentActor;
import org.jspecify.annotations.Nullable;

/** Exports over HTTP: the format that the caller wants, what it has already, and the file as fast as it reads. */
@ApplicationScoped
public class ExportAnswer {

    /** Names the place in the change feed that an export is true at. */
    public static final String CURSOR = "X-Cursor";

    private final ExportService service;
    private final CurrentActor actor;
    private final CurrentVertxRequest request;

    ExportAnswer(ExportService service, CurrentActor actor, CurrentVertxRequest request) {
        this.service = service;
        this.actor = actor;
        this.request = request;
    }

    /**
     * The answer with the records that the filter keeps, or without them where the caller has them already or asks for the
     * headers alone.
     *
     * @param filter of records that the caller may see
     * @param formats in which there are exports, the usual one first
     */
    public Response of(ExportTable table, SqlFilter filter, List<? extends ExportFormat> formats, HttpHeaders headers) {
        var caller = actor.get();
        var export = service.open(table, filter, wanted(formats, headers.getAcceptableMediaTypes()));
        boolean isKnown = IfNoneMatch.names(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH), export.etag());
        if (isKnown || request.getCurrent().request().method().name().equals(HttpMethod.HEAD)) {
            export.close();
            return answer(isKnown ? Response.status(Response.Status.NOT_MODIFIED) : Response.ok(), export, caller)
                    .build();
        }
        // If the client is gone before it is written.
        request.getCurrent().addEndHandler(ended -> Thread.startVirtualThread(export::abandon));
        return answer(Response.ok(writing(export)), export, caller).build();
    }

    /** @throws Problem 400 where a request names fields */
    public static void refuseFields(@Nullable String fields) {
        if (fields != null) {
            throw Problem.invalid("fields", "an export holds records whole; fields are for the list");
        }
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
    private static ExportFormat wanted(List<? extends ExportFormat> formats, List<MediaType> accepted) {
        return formats.stream()
                .map(ExportFormat.class::cast)
                .filter(format -> quality(format, accepted) > 0)
                // Of those that are wanted as much, the one that is named first.
                .max(Comparator.comparingDouble((ExportFormat format) -> quality(format, accepted))
                        .thenComparing(format ->
                                -accepted.indexOf(range(format, accepted).orElseThrow()))
                        .thenComparing(format -> -formats.indexOf(format)))
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
