package ma.jazari.partnerships.client;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import ma.jazari.platform.json.JsonRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Asks for a new secret. */
@Schema(name = "PartnerClientRotationRequest")
public record ClientRotationRequest(
        @Min(0) @Max(168) @Schema(
                        description =
                                "For how long the old clientId and secret work, too; 0 where others know the old secret",
                        defaultValue = "24")
                @Nullable Integer overlapHours)
        implements JsonRequest {

    int hours() {
        return overlapHours == null ? 24 : overlapHours;
    }
}
