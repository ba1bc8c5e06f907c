package ma.jazari.institutes.solution;

import jakarta.ws.rs.QueryParam;
import ma.jazari.institutes.part.NetworkQuery;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the network's solutions can be asked for. */
public class SolutionQuery extends NetworkQuery {

    @QueryParam("q")
    @Parameter(description = "Words of a name in any language or of the sector; accents do not matter")
    public @Nullable String q;

    @QueryParam("sector")
    @Parameter(description = "Whole sectors, however they are written; comma for OR")
    public @Nullable String sector;

    @QueryParam("trlMin")
    @Parameter(description = "The lowest technology readiness level", example = "6")
    public @Nullable String trlMin;

    @QueryParam("trlMax")
    @Parameter(description = "The highest technology readiness level", example = "9")
    public @Nullable String trlMax;

    @QueryParam("language")
    @Parameter(description = "Languages that it speaks; comma for OR", example = "ar")
    public @Nullable String language;

    @QueryParam("deployedIn")
    @Parameter(description = "Countries, ISO 3166-1 alpha-2; comma for OR", example = "MA")
    public @Nullable String deployedIn;
}
