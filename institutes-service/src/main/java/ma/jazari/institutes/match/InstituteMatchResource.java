package ma.jazari.institutes.match;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import ma.jazari.platform.match.AskedText;
import ma.jazari.platform.match.MatchRequest;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.text.Languages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Type-ahead and matching over HTTP. */
@Path("/v1/institutes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Institutes")
class InstituteMatchResource {

    private final InstituteMatching matching;
    private final Languages languages;

    InstituteMatchResource(InstituteMatching matching, Languages languages) {
        this.matching = matching;
        this.languages = languages;
    }

    @GET
    @PermitAll
    @Path("/suggest")
    @Operation(
            operationId = "suggestInstitutes",
            summary = "The institutes that somebody may mean who has typed this much")
    public Page<InstituteSuggestion> suggest(
            @Parameter(description = "What was typed so far", required = true, example = "jaz")
                    @QueryParam("q")
                    @Nullable String q,
            @Parameter(description = "How many at most, up to 20") @QueryParam("limit") @Nullable String limit) {
        return new Page<>(
                matching.suggest(AskedText.typed(q), AskedText.suggestions(limit), languages.preferred()), null, null);
    }

    @GET
    @PermitAll
    @Path("/match")
    @Operation(operationId = "matchInstitute", summary = "The institute that a text means, such as an affiliation")
    public MatchResponse match(
            @Parameter(description = "The text as it stands", required = true, example = "Inst. Al Jazari, Fes, Maroc")
                    @QueryParam("text")
                    @Nullable String text) {
        return new MatchResponse(null, matching.match(AskedText.text(text), languages.preferred()));
    }

    @POST
    @PermitAll
    @Path("/match")
    @Operation(operationId = "matchInstitutes", summary = "The institutes that up to 100 texts mean; nothing is stored")
    public MatchResponse.Batch matchAll(MatchRequest request) {
        return new MatchResponse.Batch(request.texts().stream()
                .map(text -> new MatchResponse(text, matching.match(text, languages.preferred())))
                .toList());
    }
}
