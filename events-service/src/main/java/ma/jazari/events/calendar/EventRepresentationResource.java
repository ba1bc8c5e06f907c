package ma.jazari.events.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import ma.jazari.events.calendar.EventRepresentations.Representation;
import ma.jazari.platform.http.IfNoneMatch;
import ma.jazari.platform.text.Languages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One published program event in the forms that calendar programs and search engines read. */
@Path("/v1/program-events")
@Tag(name = "Program events")
class EventRepresentationResource {

    private static final String CALENDAR = CalendarResource.CALENDAR;
    private static final String LINKED_DATA = "application/ld+json";
    // Whoever accepts anything gets plain JSON.
    private static final String LEAST = ";qs=0.1";

    private final EventRepresentations events;
    private final Languages languages;

    EventRepresentationResource(EventRepresentations events, Languages languages) {
        this.events = events;
        this.languages = languages;
    }

    @GET
    @PermitAll
    @Path("/{id}.ics")
    @Produces(CALENDAR)
    @Operation(
            operationId = "getProgramEventFile",
            summary = "One published program event as a calendar file",
            description = "The same as the program event with `Accept: text/calendar`, for links.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar",
            content = @Content(mediaType = CALENDAR, schema = @Schema(type = SchemaType.STRING)))
    public Response file(
            @PathParam("id") String id,
            @Parameter(description = "BCP 47 tag of the language of the texts; Accept-Language otherwise")
                    @QueryParam("lang")
                    @Nullable String lang,
            @Parameter(
                            description = CalendarQuery.DETAIL,
                            schema =
                                    @Schema(
                                            enumeration = {"events", "sessions"},
                                            defaultValue = "events"))
                    @QueryParam(Detail.PARAMETER)
                    @Nullable String detail,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return answer(events.calendar(id, Detail.of(detail), languages.preferred()), ifNoneMatch, CALENDAR);
    }

    @GET
    @PermitAll
    @Path("/{id}")
    @Produces(CALENDAR + LEAST)
    @Operation(hidden = true)
    public Response calendar(
            @PathParam("id") String id,
            @QueryParam(Detail.PARAMETER) @Nullable String detail,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return answer(events.calendar(id, Detail.of(detail), languages.preferred()), ifNoneMatch, CALENDAR);
    }

    @GET
    @PermitAll
    @Path("/{id}")
    @Produces(LINKED_DATA + LEAST)
    @Operation(hidden = true)
    public Response linkedData(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return answer(events.linkedData(id, languages.preferred()), ifNoneMatch, LINKED_DATA);
    }

    private static Response answer(Representation made, @Nullable String ifNoneMatch, String type) {
        var response = IfNoneMatch.names(ifNoneMatch, made.tag())
                ? Response.notModified()
                : Response.ok(made.body(), type + ";charset=UTF-8");
        return response.header(HttpHeaders.ETAG, made.tag())
                .header(HttpHeaders.CONTENT_LANGUAGE, made.language())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, "Accept, Accept-Language, Authorization")
                .build();
    }
}
