package ma.jazari.events.registration;

import jakarta.ws.rs.QueryParam;
import ma.jazari.platform.paging.ListQuery;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which registrations a list is to hold. */
public class RegistrationQuery extends ListQuery {

    @QueryParam("state")
    @Parameter(description = "Of these states, comma for OR", example = "CONFIRMED,OFFERED")
    public @Nullable String state;
}
