package ma.jazari.platform.match;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import ma.jazari.platform.json.JsonRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Texts to be matched. */
@Schema(name = "MatchRequest")
public record MatchRequest(
        @NotEmpty @Size(max = 100) @Schema(examples = "[\"Institut Al Jazari, Fes\", \"IAJ Agadir\"]")
                List<@NotNull @Size(min = 1, max = 2000) String> texts)
        implements JsonRequest {}
