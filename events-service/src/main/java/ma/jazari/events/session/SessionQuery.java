package ma.jazari.events.session;

import jakarta.ws.rs.QueryParam;
import ma.jazari.platform.paging.ListQuery;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What an agenda can be asked for. */
public class SessionQuery extends ListQuery {

    @QueryParam("asOf")
    @Parameter(description = "A date (its end, UTC) or an instant: the agenda as it was then", example = "2026-06-01")
    public @Nullable String asOf;
}
