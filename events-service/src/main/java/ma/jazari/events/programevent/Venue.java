package ma.jazari.events.programevent;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import ma.jazari.platform.text.Line;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a program event is held.
 *
 * @param region ISO 3166-2:MA; null for a place abroad
 * @param lat degrees north, WGS 84
 * @param lon degrees east, WGS 84
 */
public record Venue(
        @Nullable @Line(max = 200) @Schema(examples = "Université Mohammed VI Polytechnique") String name,
        @NotNull @Line(max = 200) @Schema(examples = "Rabat") String city,
        @Nullable @Pattern(
                        regexp = "MA-(0[1-9]|1[0-2])",
                        message = "must be one of the twelve regions, MA-01 to MA-12 (ISO 3166-2:MA)")
                @Schema(description = "Absent for a place abroad", examples = "MA-04")
                String region,
        @Nullable @DecimalMin("-90") @DecimalMax("90") @Schema(examples = "34.02") Double lat,
        @Nullable @DecimalMin("-180") @DecimalMax("180") @Schema(examples = "-6.83") Double lon) {}
