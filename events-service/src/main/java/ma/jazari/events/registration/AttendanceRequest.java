package ma.jazari.events.registration;

import jakarta.validation.constraints.NotNull;
import ma.jazari.platform.json.JsonRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether somebody who registered was there. */
@Schema(name = "AttendanceOfRegistration")
public record AttendanceRequest(
        @NotNull @Schema(description = "False takes a check-in back", examples = "true") Boolean attended)
        implements JsonRequest {}
