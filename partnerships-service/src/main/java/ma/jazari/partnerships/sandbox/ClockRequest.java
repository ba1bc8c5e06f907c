package ma.jazari.partnerships.sandbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import ma.jazari.platform.json.JsonRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By how many days the dates of agreements are ahead of the true ones. */
@Schema(name = "SandboxClockRequest")
public record ClockRequest(@NotNull @PositiveOrZero @Max(36_500) @Schema(examples = "30") Integer days)
        implements JsonRequest {}
