package ma.jazari.events.registration;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import ma.jazari.platform.http.Confidential;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import ma.jazari.platform.text.Languages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The page that the links of mails lead people to. Reading it changes nothing, since programs that look for harm follow the
 * links of mails, too; what changes something is a form.
 */
@Path("/v1/registrations/{id}")
@Produces(RegistrationPageResource.LEAST_HTML)
@Confidential
class RegistrationPageResource {

    // Whoever accepts anything gets JSON.
    static final String LEAST_HTML = "text/html;qs=0.1";
    private static final String HTML = "text/html;charset=UTF-8";
    private static final int OK = 200;
    private static final int TRY_AGAIN_SECONDS = 2;
    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED;

    private final RegistrationService service;
    private final RegistrationPages pages;
    private final Turns turns;
    private final Languages languages;

    RegistrationPageResource(RegistrationService service, RegistrationPages pages, Turns turns, Languages languages) {
        this.service = service;
        this.pages = pages;
        this.turns = turns;
        this.languages = languages;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response show(@PathParam("id") String id, @BeanParam KeyQuery query) {
        return page(id, query.key(), () -> {
            var registration = service.get(id, query.key());
            return html(OK, pages.standing(registration, language(registration)));
        });
    }

    /** The second step before everything is erased. */
    @GET
    @PermitAll
    @Path("/erasure")
    @Operation(hidden = true)
    public Response askBeforeErasing(@PathParam("id") String id, @BeanParam KeyQuery query) {
        return page(id, query.key(), () -> {
            var registration = service.get(id, query.key());
            return html(OK, pages.erasure(registration, language(registration)));
        });
    }

    @RunOnVirtualThread
    @POST
    @PermitAll
    @Path("/transitions")
    @Consumes(FORM)
    @Operation(hidden = true)
    public Response move(
            @PathParam("id") String id,
            @FormParam("key") @Nullable String key,
            @FormParam("to") @Nullable RegistrationState to) {
        if (to == null) {
            throw Problem.invalid("to", "is required: CONFIRMED or CANCELLED");
        }
        return page(id, key, () -> {
            turns.at(eventOf(service.get(id, key)), () -> service.move(id, key, to));
            // Loading the page again must not send the form again.
            return Response.status(Response.Status.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, "/v1/registrations/" + id + "?key=" + key)
                    .build();
        });
    }

    @RunOnVirtualThread
    @POST
    @PermitAll
    @Path("/erasure")
    @Consumes(FORM)
    @Operation(hidden = true)
    public Response erase(@PathParam("id") String id, @FormParam("key") @Nullable String key) {
        return page(id, key, () -> {
            var registration = service.get(id, key);
            var language = language(registration);
            turns.at(eventOf(registration), () -> service.erase(id, key));
            return html(OK, pages.message("erased", language));
        });
    }

    private static String eventOf(Registration registration) {
        return registration.programEventId().toString();
    }

    private String language(Registration registration) {
        return RegistrationPages.language(registration, languages.preferred());
    }

    /** A problem that a person can meet is a page, too. */
    private Response page(String id, @Nullable String key, Supplier<Response> deed) {
        try {
            return deed.get();
        } catch (Problem problem) {
            int status = problem.type().status();
            return switch (problem.type()) {
                case NOT_FOUND, MALFORMED_ID, INVALID_REQUEST -> html(status, message("gone"));
                case CONFLICT, MOVE_NOT_ALLOWED -> html(status, late(service.get(id, key)));
                case UNAVAILABLE -> html(status, message("busy"));
                default -> throw problem;
            };
        }
    }

    private String message(String key) {
        return pages.message(key, Texts.language("", languages.preferred()));
    }

    private String late(Registration registration) {
        return pages.late(registration, language(registration));
    }

    private Response html(int status, String page) {
        var response = Response.status(status)
                .entity(page)
                .type(HTML)
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .header("Content-Security-Policy", pages.contentPolicy())
                // Not "no-referrer": with that, browsers send forms with the origin null, which no check of origins
                // lets pass.
                .header("Referrer-Policy", "strict-origin");
        if (status == ProblemType.UNAVAILABLE.status()) {
            response.header(HttpHeaders.RETRY_AFTER, TRY_AGAIN_SECONDS);
        }
        return response.build();
    }
}
