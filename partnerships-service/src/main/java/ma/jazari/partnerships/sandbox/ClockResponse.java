package ma.jazari.partnerships.sandbox;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The day that the dates of agreements are compared with. */
@Schema(name = "SandboxClock")
public record ClockResponse(
        @Schema(description = "By how many days it is moved ahead", examples = "30") int days,
        @Schema(examples = "2026-12-24") LocalDate today) {}
