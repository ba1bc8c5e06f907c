package ma.jazari.institutes.infrastructure;

import java.math.BigDecimal;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the network's infrastructure comes to. */
@Schema(name = "NetworkCapacity")
public record CapacityResponse(
        Amount total,
        @Schema(description = "What stands in Morocco and a Moroccan operator runs") Amount sovereign,
        @Schema(description = "All else") Amount other,
        @Schema(description = "All types, those without any, too") Map<InfrastructureType, Amount> byType,
        @Schema(description = "All twelve regions, by the institutes' regions") Map<String, Amount> byRegion) {

    /** A sum over infrastructure. */
    @Schema(name = "CapacityAmount")
    public record Amount(
            @Schema(examples = "3") long count,
            @Schema(examples = "192") long accelerators,
            @Schema(description = "Terabytes", examples = "1500.5") BigDecimal storageTb) {

        static final Amount NONE = new Amount(0, 0, BigDecimal.ZERO);
    }
}
