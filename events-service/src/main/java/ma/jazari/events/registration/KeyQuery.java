package ma.jazari.events.registration;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The key of a registration's secret link, as a request brings it. */
public class KeyQuery {

    private static final String HEADER = "X-Registration-Key";

    @QueryParam("key")
    @Parameter(description = "The key of the secret link")
    public @Nullable String parameter;

    @HeaderParam(HEADER)
    @Parameter(
            description =
                    "The key of the secret link, in place of `key`; programs that keep logs of addresses send it so")
    public @Nullable String header;

    @Nullable String key() {
        return header == null ? parameter : header;
    }
}
