package ma.jazari.partnerships.webhook;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import ma.jazari.platform.changelog.History;
import ma.jazari.platform.changelog.HistoryItem;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.idempotency.IdempotencyInterceptor;
import ma.jazari.platform.idempotency.Idempotent;
import ma.jazari.platform.json.JsonRequestReader;
import ma.jazari.platform.json.MergePatch;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.security.CurrentActor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Webhooks of partners over HTTP. */
@Path("/v1/partners/{id}/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Webhooks")
class WebhookResource {

    private final WebhookService service;
    private final WebhookTargets targets;
    private final WebhookView view;
    private final History history;
    private final CurrentActor actor;

    WebhookResource(
            WebhookService service, WebhookTargets targets, WebhookView view, History history, CurrentActor actor) {
        this.service = service;
        this.targets = targets;
        this.view = view;
        this.history = history;
        this.actor = actor;
    }

    @GET
    @Operation(operationId = "listWebhooks", summary = "The partner's webhooks")
    public Page<WebhookResponse> list(@PathParam("id") String id, @BeanParam ListQuery query) {
        var page = service.list(id, query, actor.get());
        return page.with(view.of(page.items()));
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "createWebhook",
            summary = "Has a system of the partner told of changes",
            description = "Of all that the partner may see and the filters let pass, from now on. The answer has the"
                    + " secret that signatures are verified with; it is not shown again.")
    @APIResponse(
            responseCode = "201",
            description = "Created, active at once",
            content = @Content(schema = @Schema(implementation = WebhookResponse.class)))
    public Response create(
            @PathParam("id") String id,
            WebhookRequest request,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey) {
        targets.check(id, request, actor.get());
        var webhook = service.create(id, request, actor.get());
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/v1/partners/" + id + "/webhooks/" + webhook.id())
                .entity(view.withSecret(webhook))
                .build();
    }

    @GET
    @Path("/{wid}")
    @Operation(operationId = "getWebhook", summary = "One webhook, and how its deliveries stand")
    public WebhookResponse get(@PathParam("id") String id, @PathParam("wid") String wid) {
        return view.of(service.get(id, wid, actor.get()));
    }

    @PATCH
    @Path("/{wid}")
    @Consumes(JsonRequestReader.MERGE_PATCH)
    @Operation(operationId = "changeWebhook", summary = "Changes what the merge patch names")
    public WebhookResponse change(
            @PathParam("id") String id,
            @PathParam("wid") String wid,
            @Parameter(description = "The ETag that the change is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            MergePatch patch) {
        targets.check(id, patch, actor.get());
        return view.of(service.change(id, wid, ExpectedVersion.of(ifMatch), patch, actor.get()));
    }

    @DELETE
    @Path("/{wid}")
    @Operation(operationId = "deleteWebhook", summary = "Ends a webhook; what waits is not delivered any more")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(
            @PathParam("id") String id,
            @PathParam("wid") String wid,
            @Parameter(description = "The ETag that this is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch) {
        service.delete(id, wid, ExpectedVersion.of(ifMatch), actor.get());
    }

    @POST
    @Path("/{wid}/transitions")
    @Idempotent
    @Operation(
            operationId = "moveWebhook",
            summary = "Disables the webhook, or makes it active again",
            description = "Once it is active again, it goes on where it stood, as far as changes are kept.")
    @APIResponse(
            responseCode = "200",
            description = "Moved",
            content = @Content(schema = @Schema(implementation = WebhookResponse.class)))
    public Response move(
            @PathParam("id") String id,
            @PathParam("wid") String wid,
            @Parameter(description = "The ETag that the move is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            WebhookTransitionRequest move,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey) {
        return Response.ok(view.of(service.move(id, wid, ExpectedVersion.of(ifMatch), move, actor.get())))
                .build();
    }

    @POST
    @Path("/{wid}/rotations")
    @Idempotent
    @Operation(
            operationId = "rotateWebhookKey",
            summary = "Gives the webhook a new key",
            description =
                    "Messages carry a signature by each of the two keys until the overlap ends. The answer has the"
                            + " new secret; it is not shown again.")
    @APIResponse(
            responseCode = "200",
            description = "The new key signs from now on",
            content = @Content(schema = @Schema(implementation = WebhookResponse.class)))
    public Response rotate(
            @PathParam("id") String id,
            @PathParam("wid") String wid,
            @Parameter(description = "The ETag that this is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            RotationRequest request,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey) {
        var rotated = service.rotate(id, wid, ExpectedVersion.of(ifMatch), request, actor.get());
        return Response.ok(view.withSecret(rotated)).build();
    }

    @GET
    @Path("/{wid}/history")
    @Operation(operationId = "getWebhookHistory", summary = "The changes of the webhook, a hash chain, oldest first")
    public Page<HistoryItem> history(
            @PathParam("id") String id, @PathParam("wid") String wid, @BeanParam ListQuery query) {
        var webhook = service.get(id, wid, actor.get());
        return history.of(WebhookLog.subject(webhook), query, actor.get(), true);
    }
}
