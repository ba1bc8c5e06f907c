package ma.jazari.events.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import ma.jazari.platform.changelog.Canonical;
import ma.jazari.platform.text.Languages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Calendar feeds over HTTP, for calendar programs to subscribe to. */
@Path("/v1/calendars")
@Tag(name = "Calendars")
class CalendarResource {

    private static final String MEDIA_TYPE = "text/calendar";
    private static final int TAG_LENGTH = 32;

    private final CalendarService service;
    private final Languages languages;

    CalendarResource(CalendarService service, Languages languages) {
        this.service = service;
        this.languages = languages;
    }

    @GET
    @PermitAll
    @Path("/network.ics")
    @Produces(MEDIA_TYPE)
    @Operation(
            operationId = "getNetworkCalendar",
            summary = "The published program events of the network as a calendar feed",
            description =
                    """
                    iCalendar (RFC 5545): published, postponed, completed and cancelled events, the 10,000 that start last. \
                    Times are wall times with their VTIMEZONE. The same events make the same bytes; DTSTAMP is the last \
                    revision of an event. Texts are in the language of `lang` or Accept-Language.""")
    @APIResponse(
            responseCode = "200",
            description = "The feed",
            content = @Content(mediaType = MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
    public Response network(
            @Parameter(description = "BCP 47 tag of the language of the texts; Accept-Language otherwise")
                    @QueryParam("lang")
                    @Nullable String lang,
            @Context Request request) {
        return answer(service.network(languages.preferred()), request);
    }

    private static Response answer(String feed, Request request) {
        var tag = new EntityTag(Canonical.sha256(feed).substring(0, TAG_LENGTH));
        var unchanged = request.evaluatePreconditions(tag);
        var response = unchanged == null ? Response.ok(feed, MEDIA_TYPE + ";charset=UTF-8") : unchanged;
        return response.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .build();
    }
}
