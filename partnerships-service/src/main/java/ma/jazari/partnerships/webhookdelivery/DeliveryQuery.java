package ma.jazari.partnerships.webhookdelivery;

import jakarta.ws.rs.QueryParam;
import ma.jazari.platform.paging.ListQuery;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which deliveries are asked for. */
public class DeliveryQuery extends ListQuery {

    @QueryParam("status")
    @Parameter(description = "PENDING, DELIVERED, GIVEN_UP, DROPPED; comma for OR")
    public @Nullable String status;

    @QueryParam("type")
    @Parameter(description = "Types such as convention.signed, or webhook.ping; comma for OR")
    public @Nullable String type;

    @QueryParam("subject")
    @Parameter(description = "Ids of records; comma for OR")
    public @Nullable String subject;
}
