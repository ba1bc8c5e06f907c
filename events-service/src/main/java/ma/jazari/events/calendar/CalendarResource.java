package ma.jazari.events.calendar;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import ma.jazari.platform.http.IfNoneMatch;
import ma.jazari.platform.text.Languages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Calendar feeds over HTTP, for calendar programs to subscribe to. */
// Whoever waits for a feed to be written must hold up nobody else.
@RunOnVirtualThread
@Path("/v1/calendars")
@Tag(name = "Calendars")
class CalendarResource {

    static final String CALENDAR = "text/calendar";

    private static final String ATOM = "application/atom+xml";
    private static final String WHAT =
            """
            iCalendar (RFC 5545): published, postponed, completed and cancelled events, the 10,000 that start last. Times \
            are wall times with their VTIMEZONE. The same events make the same bytes; DTSTAMP is the last revision of an \
            event. Texts are in the language of `lang` or Accept-Language. Whether anything has changed is cheap to ask: \
            send the ETag as If-None-Match. With `detail=sessions` each session is a VEVENT of its own, related to its \
            event's.""";

    private final Feeds feeds;
    private final CalendarService service;
    private final Languages languages;

    CalendarResource(Feeds feeds, CalendarService service, Languages languages) {
        this.feeds = feeds;
        this.service = service;
        this.languages = languages;
    }

    @GET
    @PermitAll
    @Path("/network.ics")
    @Produces(CALENDAR)
    @Operation(
            operationId = "getNetworkCalendar",
            summary = "The published program events of the network as a calendar feed",
            description = WHAT)
    @APIResponse(
            responseCode = "200",
            description = "The feed",
            content = @Content(mediaType = CALENDAR, schema = @Schema(type = SchemaType.STRING)))
    public Response network(
            @BeanParam CalendarQuery query, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return answer(feeds.network(query, languages.preferred()), ifNoneMatch, CALENDAR);
    }

    @GET
    @PermitAll
    @Path("/institutes/{id}.ics")
    @Produces(CALENDAR)
    @Operation(
            operationId = "getInstituteCalendar",
            summary = "The published program events of an institute, and of those merged into it, as a calendar feed",
            description = WHAT)
    @APIResponse(
            responseCode = "200",
            description = "The feed",
            content = @Content(mediaType = CALENDAR, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "308",
            description = "It was merged; Location names the feed of the institute it is now")
    public Response institute(
            @PathParam("id") String id,
            @BeanParam CalendarQuery query,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var feed = feeds.institute(id, query, languages.preferred());
        return feeds.successor(id)
                .map(successor -> redirected(query.at("/v1/calendars/institutes/" + successor + ".ics")))
                .orElseGet(() -> answer(feed, ifNoneMatch, CALENDAR));
    }

    @GET
    @PermitAll
    @Path("/programmes/{id}.ics")
    @Produces(CALENDAR)
    @Operation(
            operationId = "getProgrammeCalendar",
            summary = "The published program events of a programme as a calendar feed",
            description = WHAT)
    @APIResponse(
            responseCode = "200",
            description = "The feed",
            content = @Content(mediaType = CALENDAR, schema = @Schema(type = SchemaType.STRING)))
    public Response programme(
            @PathParam("id") String id,
            @BeanParam CalendarQuery query,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return answer(feeds.programme(id, query, languages.preferred()), ifNoneMatch, CALENDAR);
    }

    @GET
    @PermitAll
    @Path("/regions/{code}.ics")
    @Produces(CALENDAR)
    @Operation(
            operationId = "getRegionCalendar",
            summary = "The published program events that are held in a region as a calendar feed",
            description = WHAT)
    @APIResponse(
            responseCode = "200",
            description = "The feed",
            content = @Content(mediaType = CALENDAR, schema = @Schema(type = SchemaType.STRING)))
    public Response region(
            @PathParam("code") String code,
            @BeanParam CalendarQuery query,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return answer(feeds.region(code, query, languages.preferred()), ifNoneMatch, CALENDAR);
    }

    @GET
    @PermitAll
    @Path("/network.atom")
    @Produces(ATOM)
    @Operation(
            operationId = "getNetworkNews",
            summary = "The published program events that were changed last, as an Atom feed",
            description = "RFC 4287; at most 200 entries, the latest change first.")
    @APIResponse(
            responseCode = "200",
            description = "The feed",
            content = @Content(mediaType = ATOM, schema = @Schema(type = SchemaType.STRING)))
    public Response news(
            @BeanParam FeedQuery query, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return answer(feeds.news(query, languages.preferred()), ifNoneMatch, ATOM);
    }

    private Response answer(Feed feed, @Nullable String ifNoneMatch, String type) {
        var answer = service.answer(feed, tag -> IfNoneMatch.names(ifNoneMatch, tag));
        var response =
                answer.body() == null ? Response.notModified() : Response.ok(answer.body(), type + ";charset=UTF-8");
        return response.header(HttpHeaders.ETAG, answer.tag())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .build();
    }

    /** Not to be remembered for good: a merge can be taken back. */
    private static Response redirected(String location) {
        return Response.status(Response.Status.PERMANENT_REDIRECT)
                .header(HttpHeaders.LOCATION, location)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }
}
