package ma.jazari.partnerships.partnermatch;

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

/** Type-ahead and matching of partners over HTTP. */
@Path("/v1/partners")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Partners")
class PartnerMatchResource {

    private final PartnerMatching matching;
    private final Languages languages;

    PartnerMatchResource(PartnerMatching matching, Languages languages) {
        this.matching = matching;
        this.languages = languages;
    }

    @GET
    @PermitAll
    @Path("/suggest")
    @Operation(operationId = "suggestPartners", summary = "The partners that somebody may mean who has typed this much")
    public Page<PartnerSuggestion> suggest(
            @Parameter(description = "What was typed so far", required = true, example = "univ mohammed")
                    @QueryParam("q")
                    @Nullable String q,
            @Parameter(description = "How many at most, up to 20") @QueryParam("limit") @Nullable String limit) {
        return new Page<>(
                matching.suggest(AskedText.typed(q), AskedText.suggestions(limit), languages.preferred()), null, null);
    }

    @GET
    @PermitAll
    @Path("/match")
    @Operation(operationId = "matchPartner", summary = "The partner that a text means, such as an affiliation")
    public PartnerMatches match(
            @Parameter(
                            description = "The text as it stands",
                            required = true,
                            example = "Dept. of Physics, Univ. Mohammed V, Rabat, Maroc")
                    @QueryParam("text")
                    @Nullable String text) {
        return new PartnerMatches(null, matching.match(AskedText.text(text), languages.preferred()));
    }

    @POST
    @PermitAll
    @Path("/match")
    @Operation(operationId = "matchPartners", summary = "The partners that up to 100 texts mean; nothing is stored")
    public PartnerMatches.Batch matchAll(MatchRequest request) {
        return new PartnerMatches.Batch(request.texts().stream()
                .map(text -> new PartnerMatches(text, matching.match(text, languages.preferred())))
                .toList());
    }
}
