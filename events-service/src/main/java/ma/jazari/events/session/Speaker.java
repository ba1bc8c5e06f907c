package ma.jazari.events.session;

import jakarta.validation.constraints.NotNull;
import ma.jazari.platform.text.Line;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who speaks at a session; public, as the agenda is. */
public record Speaker(
        @NotNull @Line(max = 200) @Schema(examples = "Amina El Idrissi") String name,
        @Nullable @Line(max = 300) @Schema(examples = "Université Mohammed VI Polytechnique") String affiliation) {}
