package ma.jazari.events.call;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a call is for, and where one answers it. The event's start is its opening, the event's end its deadline. */
@Schema(
        description =
                "What a program event of type CALL is for; its start is the opening of the call, its end the deadline")
public record Call(
        @NotNull @Schema(examples = "PROJECTS") CallSubject seeks,
        @NotNull @Size(max = 2000) @Pattern(regexp = "https?://[^\\s/]+(/\\S*)?", message = "must be an http or https URL")
                @Schema(description = "Where one answers the call", examples = "https://example.org/appel")
                String submissionUrl) {}
