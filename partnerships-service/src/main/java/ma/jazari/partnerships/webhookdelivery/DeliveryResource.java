package ma.jazari.partnerships.webhookdelivery;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import ma.jazari.platform.idempotency.IdempotencyInterceptor;
import ma.jazari.platform.idempotency.Idempotent;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.security.CurrentActor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What webhooks were told, over HTTP: the log, pings and replays. */
@Path("/v1/partners/{id}/webhooks/{wid}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Webhooks")
class DeliveryResource {

    private final DeliveryLog log;
    private final Pings pings;
    private final Replays replays;
    private final CurrentActor actor;

    DeliveryResource(DeliveryLog log, Pings pings, Replays replays, CurrentActor actor) {
        this.log = log;
        this.pings = pings;
        this.replays = replays;
        this.actor = actor;
    }

    @GET
    @Path("/deliveries")
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "The webhook's messages and their attempts, the latest first")
    public Page<DeliveryResponse> deliveries(
            @PathParam("id") String id, @PathParam("wid") String wid, @BeanParam DeliveryQuery query) {
        return log.list(id, wid, query, actor.get());
    }

    @GET
    @Path("/deliveries/{mid}")
    @Operation(operationId = "getWebhookDelivery", summary = "One message, by its webhook-id")
    public DeliveryResponse delivery(
            @PathParam("id") String id, @PathParam("wid") String wid, @PathParam("mid") String mid) {
        return log.get(id, wid, mid, actor.get());
    }

    @POST
    @Path("/ping")
    @Idempotent
    @Operation(
            operationId = "pingWebhook",
            summary = "Sends a message that tells nothing, once, to a disabled webhook, too",
            description = "The delivery says what came of it.")
    @APIResponse(
            responseCode = "202",
            description = "It is on its way; Location names its delivery",
            content = @Content(schema = @Schema(implementation = DeliveryResponse.class)))
    public Response ping(
            @PathParam("id") String id,
            @PathParam("wid") String wid,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey) {
        var message = pings.send(id, wid, actor.get()).toString();
        return Response.accepted(log.get(id, wid, message, actor.get()))
                .header(HttpHeaders.LOCATION, "/v1/partners/" + id + "/webhooks/" + wid + "/deliveries/" + message)
                .build();
    }

    @POST
    @Path("/replay")
    @Idempotent
    @Operation(
            operationId = "replayWebhook",
            summary = "Delivers changes again: those after a cursor, or of a range of time",
            description =
                    "Each with the webhook-id that it always has. What the webhook's filters let pass now, and its"
                            + " partner may see.")
    @APIResponse(
            responseCode = "202",
            description = "It is being queued",
            content = @Content(schema = @Schema(implementation = ReplayResponse.class)))
    public Response replay(
            @PathParam("id") String id,
            @PathParam("wid") String wid,
            ReplayRequest request,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey) {
        return Response.accepted(replays.begin(id, wid, request, actor.get()))
                .header(HttpHeaders.LOCATION, "/v1/partners/" + id + "/webhooks/" + wid + "/replay")
                .build();
    }

    @GET
    @Path("/replay")
    @Operation(operationId = "getWebhookReplay", summary = "The replay that was asked for last")
    public ReplayResponse replay(@PathParam("id") String id, @PathParam("wid") String wid) {
        return replays.last(id, wid, actor.get());
    }
}
