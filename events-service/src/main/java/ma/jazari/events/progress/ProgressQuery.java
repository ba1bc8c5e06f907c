package ma.jazari.events.progress;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What progress can be asked for. */
public class ProgressQuery {

    @QueryParam("indicator")
    @Parameter(description = "Keys of indicators; comma for OR; all without it. A chart is of one", example = "gdp")
    public @Nullable String indicator;

    @QueryParam("by")
    @Parameter(
            description = "How long the periods of the series are",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"year", "quarter", "month"},
                            defaultValue = "quarter"))
    public @Nullable String by;

    @QueryParam("asOf")
    @Parameter(
            description = "A date (its end, UTC) or an instant that is past: the progress as it was reported then",
            example = "2026-10-31")
    public @Nullable String asOf;
}
