package ma.jazari.partnerships.webhook;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import ma.jazari.platform.json.JsonRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Asks for a new key. */
@Schema(name = "WebhookRotationRequest")
public record RotationRequest(
        @Min(0) @Max(24 * 365) @Schema(
                        description =
                                "For how long messages carry the signature by the old key, too; 0 ends it at once,"
                                        + " where the old key is known to others",
                        defaultValue = "24")
                @Nullable Integer overlapHours)
        implements JsonRequest {}
