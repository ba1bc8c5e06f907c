package ma.jazari.gateway.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import ma.jazari.gateway.forward.ForwardedHeaders;
import ma.jazari.platform.http.RequestId;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemMapper;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The change feed of the whole network. */
@Path("/v1/changes")
@Tag(name = "Changes", description = "Everything that happens in the registry, in one order")
public class ChangesResource {

    private final ServiceFeeds services;
    private final CurrentVertxRequest current;
    private final ObjectMapper mapper;

    ChangesResource(ServiceFeeds services, CurrentVertxRequest current, ObjectMapper mapper) {
        this.services = services;
        this.current = current;
        this.mapper = mapper;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listChanges",
            summary = "Lists the changes that you may see, oldest first",
            description =
                    "Read with the resumeCursor of the page before as `after`, and nothing is missed or comes twice. "
                            + "Answers 503 rather than skip the changes of a service that does not answer.")
    @APIResponse(
            responseCode = "200",
            description = "A page of changes",
            content = @Content(schema = @Schema(implementation = FeedPage.class)))
    @APIResponse(
            responseCode = "410",
            description = "The cursor is older than what is kept",
            content = @Content(mediaType = ProblemMapper.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Uni<Response> list(@BeanParam FeedQuery query) {
        var after = query.place();
        int limit = query.checkedLimit();
        return Uni.createFrom()
                .completionStage(services.ask(query.uri(), headers()).toCompletionStage())
                .map(answers -> answers.stream()
                        .filter(answer -> !answer.isPage())
                        .findFirst()
                        .map(ChangesResource::passOn)
                        .orElseGet(() -> Response.ok(FeedMerge.merge(pages(answers), limit, after))
                                .build()));
    }

    private MultiMap headers() {
        var context = current.getCurrent();
        return ForwardedHeaders.toUpstream(context.request(), RequestId.of(context))
                .remove("If-None-Match")
                .set("Accept", MediaType.APPLICATION_JSON);
    }

    /** A refusal of a service is the network's; its own failure is one that is named. */
    private static Response passOn(ServiceAnswer answer) {
        if (!answer.isRefusal()) {
            throw ServiceFeeds.absent(answer.upstream().serviceName());
        }
        return Response.status(answer.status())
                .type(ProblemMapper.MEDIA_TYPE)
                .entity(answer.body().getBytes())
                .build();
    }

    private List<ServicePage> pages(List<ServiceAnswer> answers) {
        return answers.stream().map(this::page).toList();
    }

    private ServicePage page(ServiceAnswer answer) {
        try {
            return ServicePage.of(mapper.readTree(answer.body().getBytes()));
        } catch (IOException | IllegalArgumentException | Problem e) {
            throw ServiceFeeds.absent(answer.upstream().serviceName());
        }
    }
}
