package ma.jazari.institutes.suggestion;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.institutes.suggestion.SuggestionFixture.MOVE;
import static ma.jazari.institutes.suggestion.SuggestionFixture.active;
import static ma.jazari.institutes.suggestion.SuggestionFixture.draft;
import static ma.jazari.institutes.suggestion.SuggestionFixture.move;
import static ma.jazari.institutes.suggestion.SuggestionFixture.pending;
import static ma.jazari.institutes.suggestion.SuggestionFixture.somebody;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import ma.jazari.platform.test.HashChain;
import ma.jazari.platform.test.MessageSchema;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import ma.jazari.platform.test.TopicReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What suggestions leave behind: their history, their place in the feed, their messages. */
@QuarkusTest
@WithTestResource(RealParts.class)
class SuggestionChangesTest {

    private static final String PUBLIC = "jazari.change-suggestions";
    private static final String RESTRICTED = "jazari.change-suggestions.restricted";
    private static final String WITH_CONTACTS =
            "{\"region\": \"MA-05\", \"contacts\": [{\"role\": \"ADMISSIONS\", \"email\": \"private@example.org\"}]}";

    @Test
    void publishes_an_applied_one_without_who_proposed_it_and_what_is_private() {
        var id = active("Institut au courant");
        var suggestion = pending(somebody("informatrice"), id, 3, WITH_CONTACTS);
        move(Tokens.networkAdmin(), suggestion, "APPLIED").then().statusCode(200);

        var published = await().atMost(20, SECONDS)
                .until(() -> TopicReader.messages(PUBLIC, suggestion), found -> found.size() == 1);
        var restricted = TopicReader.messages(RESTRICTED, suggestion);

        assertThat(published)
                .extracting(SuggestionChangesTest::type)
                .containsExactly("ma.jazari.change-suggestion.applied.v1");
        assertThat(restricted)
                .extracting(SuggestionChangesTest::type)
                .containsExactly("ma.jazari.change-suggestion.proposed.v1");
        for (var message : List.of(published.getFirst(), restricted.getFirst())) {
            assertThat(TopicReader.header(message, "ce_dataschema")).contains("/schemas/change-suggestion.v1.json");
            assertThat(MessageSchema.violations(message)).isEmpty();
            assertThat(new String(message.value(), StandardCharsets.UTF_8))
                    .contains("MA-05")
                    .doesNotContain("informatrice", "Voir leur site", "private@example.org", "contacts");
        }
    }

    @Test
    void keeps_every_other_off_the_public_topic() {
        var id = active("Institut tranquille");
        var discarded = pending(somebody("indésirable"), id, 3, MOVE);
        move(Tokens.networkAdmin(), discarded, "DISCARDED").then().statusCode(200);
        var withdrawn = pending(somebody("hésitante"), id, 3, MOVE);
        move(somebody("hésitante"), withdrawn, "WITHDRAWN").then().statusCode(200);
        var hidden = draft("Institut en projet", "");
        var ofDraft = pending(Tokens.instituteAdmin(hidden), hidden, 1, MOVE);
        move(Tokens.networkAdmin(), ofDraft, "APPLIED").then().statusCode(200);

        for (var suggestion : new String[] {discarded, withdrawn, ofDraft}) {
            var messages = await().atMost(20, SECONDS)
                    .until(() -> TopicReader.messages(RESTRICTED, suggestion), found -> found.size() == 2);

            assertThat(messages).allSatisfy(message -> assertThat(MessageSchema.violations(message))
                    .isEmpty());
            assertThat(TopicReader.messages(PUBLIC, suggestion)).isEmpty();
        }
    }

    @Test
    void shows_its_proposer_the_way_of_its_own_in_the_feed() {
        var id = active("Institut suivi de près");
        var proposer = somebody("suiveuse");
        var suggestion = pending(proposer, id, 3, MOVE);
        move(Tokens.networkAdmin(), suggestion, "DISCARDED").then().statusCode(200);

        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(typesOf(suggestion, () -> as(proposer)))
                .containsExactly("change-suggestion.proposed", "change-suggestion.discarded"));
        assertThat(typesOf(suggestion, () -> as(Tokens.instituteAdmin(id)))).hasSize(2);
        assertThat(typesOf(suggestion, () -> as(Tokens.auditor()))).hasSize(2);
        assertThat(typesOf(suggestion, () -> as(somebody("passante")))).isEmpty();
        assertThat(typesOf(suggestion, () -> as(Tokens.instituteAdmin("j00000098"))))
                .isEmpty();
        assertThat(typesOf(suggestion, () -> anonymous())).isEmpty();
    }

    @Test
    void shows_everybody_in_the_feed_that_one_was_applied() {
        var id = active("Institut transparent");
        var suggestion = pending(somebody("transparente"), id, 3, WITH_CONTACTS);
        move(Tokens.networkAdmin(), suggestion, "APPLIED").then().statusCode(200);

        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(typesOf(suggestion, () -> anonymous()))
                .containsExactly("change-suggestion.applied"));
    }

    @Test
    void has_a_history_that_verifies_for_those_whom_it_concerns() {
        var id = active("Institut historique");
        var proposer = somebody("historienne");
        var suggestion = pending(proposer, id, 3, WITH_CONTACTS);
        move(Tokens.networkAdmin(), suggestion, "APPLIED").then().statusCode(200);

        for (var token : new String[] {proposer, Tokens.networkAdmin(), Tokens.instituteAdmin(id)}) {
            var history = as(token)
                    .get("/v1/change-suggestions/{id}/history?total=true", suggestion)
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(2))
                    .body("items.version", contains(1, 2))
                    .body("items.type", contains("change-suggestion.proposed", "change-suggestion.applied"))
                    .body("items.actor.sub", contains("sub-of-historienne", "sub-of-root-admin"))
                    .body("items[1].reason", equalTo("comme dit le test"))
                    .body("items[0].privateChanges.changes.pointer", contains("/comment", "/patch", "/proposer"))
                    .extract()
                    .asString();
            assertThat(HashChain.holds(history)).isTrue();
        }
    }

    private static String type(ConsumerRecord<String, byte[]> message) {
        return TopicReader.header(message, "ce_type").orElse("");
    }

    private static List<String> typesOf(String suggestion, Supplier<RequestSpecification> caller) {
        var types = new ArrayList<String>();
        String next = null;
        do {
            var request = caller.get().queryParam("limit", 200).queryParam("types", "change-suggestion.*");
            var page = (next == null ? request : request.queryParam("after", next)).get("/v1/changes");
            types.addAll(page.<List<String>>path("items.findAll { it.subject.id == '" + suggestion + "' }.type"));
            next = page.path("nextCursor");
        } while (next != null);
        return types;
    }
}
