package ma.jazari.institutes.part;

import jakarta.ws.rs.QueryParam;
import ma.jazari.platform.paging.ListQuery;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the parts of an institute can be asked for. */
public class PartQuery extends ListQuery {

    @QueryParam("asOf")
    @Parameter(description = "A date (its end, UTC) or an instant: the parts as they were then", example = "2026-06-01")
    public @Nullable String asOf;
}
