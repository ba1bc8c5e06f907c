package ma.jazari.institutes.infrastructure;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import ma.jazari.institutes.part.Countries;
import ma.jazari.platform.json.Checked;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.text.Line;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client writes of infrastructure; whether it is sovereign follows from the two countries. */
public record InfrastructureRequest(
        @NotNull @Schema(examples = "CLUSTER") InfrastructureType type,
        @NotNull @Line @Schema(examples = "Toubkal") String name,
        @NotNull @Schema(description = "Where it stands, ISO 3166-1 alpha-2", examples = "MA") String country,
        @NotNull @Line @Schema(description = "Who runs it", examples = "UM6P") String operator,
        @NotNull @Schema(description = "The operator's country, ISO 3166-1 alpha-2", examples = "MA")
                String operatorCountry,
        @Nullable @Min(0) @Max(10_000_000) @Schema(description = "GPUs and the like", examples = "64", defaultValue = "0")
                Integer accelerators,
        @Nullable @Min(0) @Digits(integer = 11, fraction = 3, message = "must be a number with up to 3 digits after the point") @Schema(description = "Terabytes", examples = "500", defaultValue = "0")
                Double storageTb)
        implements Checked {

    /** Absent and none mean the same. */
    public InfrastructureRequest {
        accelerators = accelerators == null ? Integer.valueOf(0) : accelerators;
        storageTb = storageTb == null ? Double.valueOf(0) : storageTb;
    }

    @Override
    public void check(Violations violations) {
        Countries.check("/country", country, violations);
        Countries.check("/operatorCountry", operatorCountry, violations);
    }

    int acceleratorsOrNone() {
        return accelerators == null ? 0 : accelerators;
    }

    double storageTbOrNone() {
        return storageTb == null ? 0 : storageTb;
    }

    /** In Morocco, and run by a Moroccan operator. */
    boolean standsAndIsRunInMorocco() {
        return country.equals("MA") && operatorCountry.equals("MA");
    }
}
