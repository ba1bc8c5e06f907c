package ma.jazari.events.measurement;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The days that a measurement is about.
 *
 * @param from the first
 * @param to the last
 */
@Schema(name = "MeasurementPeriod")
public record Period(
        @NotNull @Schema(description = "The first day", examples = "2026-01-01") LocalDate from,
        @NotNull @Schema(description = "The last day, which is over", examples = "2026-12-31") LocalDate to) {}
