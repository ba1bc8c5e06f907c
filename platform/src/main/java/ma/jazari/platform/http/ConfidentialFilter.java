package ma.jazari.platform.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Keeps every answer of an operation that is {@link Confidential} out of all caches, those that refuse included. */
@Confidential
@Provider
// The last to say what caches may do: after RepresentationFilter, since answers pass the higher number first.
@Priority(Priorities.HEADER_DECORATOR)
public class ConfidentialFilter implements ContainerResponseFilter {

    private static final String REFERRER_POLICY = "Referrer-Policy";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-store");
        if (!response.getHeaders().containsKey(REFERRER_POLICY)) {
            response.getHeaders().putSingle(REFERRER_POLICY, "no-referrer");
        }
    }
}
