package ma.jazari.platform.record;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;
import ma.jazari.platform.text.Line;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A place.
 *
 * @param lat degrees north, WGS 84
 * @param lon degrees east, WGS 84
 * @param geonamesId key of the place at GeoNames
 */
public record Location(
        @Nullable @Line(max = 200) @Schema(examples = "Fès") String city,
        @Nullable @Line @Schema(examples = "Route d'Imouzzer") String address,
        @Nullable @DecimalMin("-90") @DecimalMax("90") @Schema(examples = "34.03") Double lat,
        @Nullable @DecimalMin("-180") @DecimalMax("180") @Schema(examples = "-5.0") Double lon,
        @Nullable @Positive @Schema(examples = "2548885") Long geonamesId) {}
