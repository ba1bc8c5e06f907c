package ma.jazari.institutes.vocabulary;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.security.Role;
import ma.jazari.platform.text.Languages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The managed vocabularies over HTTP. */
@Path("/v1/vocabularies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Vocabularies", description = "The words that records are described with, in the network's languages")
class VocabularyResource {

    private static final String NAME = "focus-areas or competency-fields";

    private final VocabularyService service;
    private final Languages languages;

    VocabularyResource(VocabularyService service, Languages languages) {
        this.service = service;
        this.languages = languages;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listVocabularies", summary = "The vocabularies that the network manages")
    public Page<VocabularyResponse> list() {
        var all = service.all().stream()
                .map(vocabulary -> VocabularyResponse.of(vocabulary, languages.preferred()))
                .toList();
        return new Page<>(all, null, null);
    }

    @GET
    @PermitAll
    @Path("/{name}")
    @Operation(operationId = "listVocabularyTerms", summary = "The terms of a vocabulary with their labels, by term")
    public Page<TermResponse> terms(
            @Parameter(description = NAME, example = "focus-areas") @PathParam("name") String name,
            @BeanParam TermQuery query) {
        var page = service.terms(name, query);
        return page.with(page.items().stream()
                .map(term -> TermResponse.of(term, languages.preferred()))
                .toList());
    }

    @GET
    @PermitAll
    @Path("/{name}/{term}")
    @Operation(operationId = "getVocabularyTerm", summary = "One term of a vocabulary")
    public TermResponse term(
            @Parameter(description = NAME, example = "focus-areas") @PathParam("name") String name,
            @Parameter(description = "Lower-case words with hyphens", example = "arabic-nlp") @PathParam("term")
                    String term) {
        return TermResponse.of(service.term(name, term), languages.preferred());
    }

    @PUT
    @Path("/{name}/{term}")
    @RolesAllowed(Role.NETWORK_ADMIN)
    @Operation(operationId = "putVocabularyTerm", summary = "Adds a term, or gives it other labels, or retires it")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = TermResponse.class)))
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = TermResponse.class)))
    public Response put(
            @Parameter(description = NAME, example = "focus-areas") @PathParam("name") String name,
            @Parameter(description = "Lower-case words with hyphens", example = "arabic-nlp") @PathParam("term")
                    String term,
            TermRequest request) {
        boolean added = service.put(name, request.of(term));
        var response = Response.status(added ? Response.Status.CREATED : Response.Status.OK)
                .entity(TermResponse.of(request.of(term), languages.preferred()));
        return added
                ? response.header(HttpHeaders.LOCATION, "/v1/vocabularies/" + name + "/" + term)
                        .build()
                : response.build();
    }
}
