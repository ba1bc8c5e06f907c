package ma.jazari.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.jazari.client.ApiClient;
import ma.jazari.client.ApiException;
import ma.jazari.client.api.ChangeSuggestionsApi;
import ma.jazari.client.api.ChangeSuggestionsApi.APIMoveChangeSuggestionRequest;
import ma.jazari.client.api.ChangeSuggestionsApi.APISuggestChangeRequest;
import ma.jazari.client.api.ChangesApi;
import ma.jazari.client.api.ChangesApi.APIListChangesRequest;
import ma.jazari.client.api.InstitutesApi;
import ma.jazari.client.api.InstitutesApi.APIGetInstituteRequest;
import ma.jazari.client.api.InstitutesApi.APIListInstitutesRequest;
import ma.jazari.client.model.Change;
import ma.jazari.client.model.ChangeFeedPage;
import ma.jazari.client.model.ChangeSuggestionRequest;
import ma.jazari.client.model.ChangeSuggestionStatus;
import ma.jazari.client.model.ChangeSuggestionTransition;
import ma.jazari.client.model.Institute;
import ma.jazari.client.model.Problem;
import ma.jazari.system.harness.Registry;
import ma.jazari.system.harness.SystemTest;
import org.junit.jupiter.api.Test;

/** The way of a partner with the client that is generated for Java. */
@SystemTest
class JavaClientIT {

    private final ApiClient anonymous;
    private final ApiClient partner;

    JavaClientIT(Registry registry) {
        var token = registry.stack().token("partner-demo");
        anonymous = new ApiClient();
        anonymous.updateBaseUri(registry.gateway().toString());
        partner = new ApiClient();
        partner.updateBaseUri(registry.gateway().toString());
        partner.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
    }

    @Test
    void reads_all_pages_of_a_list() throws ApiException {
        var institutes = institutes();

        assertThat(institutes)
                .hasSizeGreaterThan(2)
                .extracting(Institute::getId)
                .doesNotHaveDuplicates();
        var listed = institutes.getFirst();
        var read = new InstitutesApi(anonymous)
                .getInstitute(
                        APIGetInstituteRequest.newBuilder().id(listed.getId()).build());
        assertThat(read).isEqualTo(listed);
    }

    @Test
    void suggests_a_change_and_withdraws_it() throws ApiException {
        var suggestions = new ChangeSuggestionsApi(partner);

        var suggested = suggestions.suggestChangeWithHttpInfo(suggestion());
        assertThat(suggested.getData().getStatus()).isEqualTo(ChangeSuggestionStatus.PENDING);
        var withdrawn = suggestions.moveChangeSuggestion(APIMoveChangeSuggestionRequest.newBuilder()
                .id(suggested.getData().getId())
                .ifMatch(Objects.requireNonNull(suggested.getHeaders().get("etag"))
                        .getFirst())
                .changeSuggestionTransition(new ChangeSuggestionTransition().to(ChangeSuggestionStatus.WITHDRAWN))
                .build());
        assertThat(withdrawn.getStatus()).isEqualTo(ChangeSuggestionStatus.WITHDRAWN);
    }

    @Test
    void reads_a_refusal_as_a_problem() throws Exception {
        var request = suggestion();

        var refusal = catchThrowableOfType(
                ApiException.class, () -> new ChangeSuggestionsApi(anonymous).suggestChange(request));

        assertThat(refusal.getCode()).isEqualTo(401);
        var problem = ApiClient.createDefaultObjectMapper().readValue(refusal.getResponseBody(), Problem.class);
        assertThat(problem.getType()).hasToString("/problems/unauthenticated");
    }

    @Test
    void follows_the_feed() throws ApiException {
        var first =
                changes(APIListChangesRequest.newBuilder().types("institute.*").limit(3));

        assertThat(first.getItems()).hasSize(3).allSatisfy(change -> assertThat(change.getType())
                .startsWith("institute."));
        var next = changes(APIListChangesRequest.newBuilder()
                .after(first.getResumeCursor())
                .limit(3));
        assertThat(next.getItems())
                .isNotEmpty()
                .extracting(Change::getId)
                .doesNotContainAnyElementsOf(
                        first.getItems().stream().map(Change::getId).toList());
    }

    private List<Institute> institutes() throws ApiException {
        var api = new InstitutesApi(anonymous);
        var all = new ArrayList<Institute>();
        String cursor = null;
        do {
            var page = api.listInstitutes(APIListInstitutesRequest.newBuilder()
                    .status("ACTIVE")
                    .kind("INSTITUTE")
                    .limit(2)
                    .cursor(cursor)
                    .build());
            all.addAll(page.getItems());
            cursor = page.getNextCursor();
        } while (cursor != null);
        return all;
    }

    private APISuggestChangeRequest suggestion() throws ApiException {
        var institute = institutes().getFirst();
        return APISuggestChangeRequest.newBuilder()
                .changeSuggestionRequest(new ChangeSuggestionRequest()
                        .instituteId(institute.getId())
                        .baseVersion((long) institute.getVersion())
                        .patch(Map.of("established", "2026-02-02"))
                        .comment("By a generated client"))
                .build();
    }

    private ChangeFeedPage changes(APIListChangesRequest.Builder request) throws ApiException {
        return new ChangesApi(partner).listChanges(request.build());
    }
}
