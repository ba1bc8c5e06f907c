package ma.jazari.platform.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Set;

/** Lets caches share the answer of a {@link SharedRead} with whoever reads without a token. */
@SharedRead
@Provider
// After RepresentationFilter, since answers pass the higher number first.
@Priority(Priorities.HEADER_DECORATOR)
public class SharedReadFilter implements ContainerResponseFilter {

    // So short, since nothing tells a cache when another service's record changes that an answer shows the name of.
    private static final String SHARED = "public, max-age=5, stale-while-revalidate=30";
    private static final Set<Integer> GOOD = Set.of(200, 304);
    private static final List<String> PERSONAL =
            List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE, "X-Registration-Key");
    // Reads the past, up to now.
    private static final String AS_OF = "asOf";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean isOpen = PERSONAL.stream().noneMatch(name -> request.getHeaderString(name) != null);
        boolean isOfThePast = request.getUriInfo().getQueryParameters().containsKey(AS_OF);
        if (isOpen && !isOfThePast && GOOD.contains(response.getStatus())) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, SHARED);
        }
    }
}
