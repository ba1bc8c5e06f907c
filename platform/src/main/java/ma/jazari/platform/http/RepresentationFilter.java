package ma.jazari.platform.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;

/**
 * Gives every JSON answer its ETag, Content-Language and Vary, trims it to {@code fields}, and answers 304 where the
 * caller has it already. What the operation itself says of caches stands. The tag is {@code "<version>-<digest>"}: the
 * digest differs by language and caller, as the representation does; If-Match looks at the version alone.
 */
@Provider
public class RepresentationFilter implements ContainerResponseFilter {

    private final Renderer renderer;

    RepresentationFilter(Renderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var entity = response.getEntity();
        if (!isJsonAnswer(response) || entity == null) {
            return;
        }
        var rendered = renderer.render(
                entity, request.getUriInfo().getQueryParameters().getFirst("fields"));
        rendered.headers().forEach(response.getHeaders()::putSingle);
        if (!response.getHeaders().containsKey(HttpHeaders.VARY)) {
            response.getHeaders().putSingle(HttpHeaders.VARY, "Accept, Accept-Language, Authorization");
        }
        keepOutOfSharedCaches(request, response.getHeaders());
        if (isRead(request) && IfNoneMatch.names(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), rendered.etag())) {
            response.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
            response.setEntity(null);
        } else {
            response.setEntity(rendered.body(), null, MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"));
        }
    }

    private static void keepOutOfSharedCaches(ContainerRequestContext request, MultivaluedMap<String, Object> headers) {
        if (headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            return;
        }
        boolean personal = request.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
        headers.putSingle(HttpHeaders.CACHE_CONTROL, personal ? "private, no-cache" : "no-cache");
    }

    private static boolean isJsonAnswer(ContainerResponseContext response) {
        var type = response.getMediaType();
        return response.getStatus() / 100 == 2
                // A Response that was built without a type takes its resource's, which is JSON.
                && (type == null || type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                && !(response.getEntity() instanceof byte[])
                // Written while it is made, it has no bytes yet to make a tag of.
                && !(response.getEntity() instanceof StreamingOutput);
    }

    private static boolean isRead(ContainerRequestContext request) {
        return HttpMethod.GET.equals(request.getMethod()) || HttpMethod.HEAD.equals(request.getMethod());
    }
}
