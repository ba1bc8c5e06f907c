package ma.jazari.institutes.competency;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import ma.jazari.platform.json.JsonRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client writes of a competency. */
public record CompetencyRequest(
        @NotNull @Pattern(
                        regexp = "[a-z0-9]+(-[a-z0-9]+){0,9}",
                        message = "must be a term such as computer-vision: lower-case words with hyphens")
                @Size(max = 60) @Schema(description = "A term of the vocabulary competency-fields", examples = "computer-vision")
                String field,
        @NotNull @Schema(examples = "RESEARCH") CompetencyLevel level,
        @NotNull @Min(0) @Max(100_000) @Schema(description = "How many people have it", examples = "12") Integer people)
        implements JsonRequest {}
