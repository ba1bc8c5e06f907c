package ma.jazari.events.timerules;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.security.CurrentActor;
import ma.jazari.platform.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Changes of time-zone rules over HTTP. */
@Path("/v1/program-events/time-rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Program events")
class TimeRulesResource {

    private final TimeRulesService service;
    private final CurrentActor actor;

    TimeRulesResource(TimeRulesService service, CurrentActor actor) {
        this.service = service;
        this.actor = actor;
    }

    @GET
    @RolesAllowed({Role.NETWORK_ADMIN, Role.AUDITOR})
    @Operation(
            operationId = "listProgramEventsMovedByTimeRules",
            summary = "The program events that the time zone rules of now move",
            description =
                    """
                    Those whose stored instants, or whose sessions' instants, are not what the rules of now make of their wall \
                    times. A request looks at a thousand events, in the order of their ids: a page can be empty and have a \
                    nextCursor. Cancelled events are left as they were.""")
    public Page<MovedEvent> list(@BeanParam ListQuery query) {
        return service.find(query);
    }

    @POST
    @RolesAllowed(Role.NETWORK_ADMIN)
    @Operation(
            operationId = "applyTimeRules",
            summary = "Moves the program events of one page of the list to where the time zone rules of now put them",
            description =
                    """
                    Each event is moved by itself, with a new version of its record: `program-event.rescheduled`, with a higher \
                    sequence, once it is published. Whoever is registered hears of it. It can be repeated at any time: what \
                    was moved is not moved again. Go on with nextCursor until there is none.""")
    public AppliedRules apply(@BeanParam ListQuery query) {
        return service.apply(query, actor.get());
    }
}
