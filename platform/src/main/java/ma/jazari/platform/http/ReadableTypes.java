package ma.jazari.platform.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;

/** Refuses media types that are none, which the search for the operation would stumble over. */
@Provider
@PreMatching
public class ReadableTypes implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        check(request::getMediaType, ProblemType.UNSUPPORTED_MEDIA_TYPE, "Content-Type");
        check(request::getAcceptableMediaTypes, ProblemType.NOT_ACCEPTABLE, "Accept");
    }

    private static void check(Runnable reading, ProblemType refusal, String header) {
        try {
            reading.run();
        } catch (IllegalArgumentException e) {
            throw Problem.of(refusal, header + " must be a media type such as application/json.");
        }
    }
}
