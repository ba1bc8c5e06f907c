package ma.jazari.partnerships.deadline;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.security.CurrentActor;
import ma.jazari.platform.security.Role;
import ma.jazari.platform.text.Languages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Deadlines over HTTP. */
@Path("/v1/deadlines")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deadlines")
class DeadlineResource {

    private final DeadlineList deadlines;
    private final CurrentActor actor;
    private final Languages languages;

    DeadlineResource(DeadlineList deadlines, CurrentActor actor, Languages languages) {
        this.deadlines = deadlines;
        this.actor = actor;
        this.languages = languages;
    }

    @GET
    @RolesAllowed({Role.NETWORK_ADMIN, Role.AUDITOR, Role.INSTITUTE_ADMIN, Role.PARTNER})
    @Operation(
            operationId = "listDeadlines",
            summary = "What is due in the conventions that the caller is party to, the next first")
    public Page<DeadlineResponse> list(@BeanParam DeadlineQuery query) {
        return deadlines.find(query, actor.get(), languages.preferred());
    }
}
