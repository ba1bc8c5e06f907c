package ma.jazari.institutes.administrator;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.institutes.administrator.AdministratorFixture.invite;
import static ma.jazari.institutes.administrator.AdministratorFixture.post;
import static ma.jazari.institutes.administrator.AdministratorFixture.remove;
import static ma.jazari.institutes.institute.InstituteFixture.active;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import ma.jazari.platform.test.MessageSchema;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import ma.jazari.platform.test.TopicReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What invitations and removals leave behind: their place in the feed, their messages, and no person's name. */
@QuarkusTest
@WithTestResource(RealParts.class)
@WithTestResource(FakeAccounts.class)
class AdministratorChangesTest {

    private static final String RESTRICTED = "jazari.institute-administrators.restricted";

    // Set by the test resource.
    @SuppressWarnings("NullAway.Init")
    FakeAccounts keycloak;

    @BeforeEach
    void startAfresh() {
        keycloak.down = false;
        keycloak.fails = "";
    }

    @Test
    void keeps_who_did_it_and_for_which_account_for_those_whom_it_concerns() {
        var id = active("Institut vérifiable");
        var account = invited(id, "verifiable@example.org");
        remove(Tokens.networkAdmin(), id, account).then().statusCode(204);
        invite(Tokens.networkAdmin(), id, "verifiable@example.org").then().statusCode(201);

        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(changes(account, () -> as(Tokens.networkAdmin())))
                .extracting(change -> change.get("type"))
                .containsExactly(
                        "institute-administrator.added",
                        "institute-administrator.removed",
                        "institute-administrator.added"));
        assertThat(changes(account, () -> as(Tokens.instituteAdmin(id)))).hasSize(3);
        assertThat(changes(account, () -> as(Tokens.auditor()))).hasSize(3);
        assertThat(changes(account, () -> as(Tokens.instituteAdmin("j00000098"))))
                .isEmpty();
        assertThat(changes(account, () -> anonymous())).isEmpty();
        assertThat(changes(account, () -> as(Tokens.networkAdmin())))
                .extracting(Map::toString)
                .allSatisfy(change -> assertThat(change).doesNotContain("verifiable@example.org", "Naïma"));
    }

    @Test
    void publishes_nothing_of_the_person() {
        var id = active("Institut taiseux");
        var account = invited(id, "taiseuse@example.org");
        var subject = await().atMost(20, SECONDS)
                .until(() -> changes(account, () -> as(Tokens.networkAdmin())), found -> found.size() == 1)
                .getFirst()
                .get("subject");
        var record = String.valueOf(((Map<?, ?>) Objects.requireNonNull(subject)).get("id"));

        var messages = await().atMost(20, SECONDS)
                .until(() -> TopicReader.messages(RESTRICTED, record), found -> found.size() == 1);

        assertThat(MessageSchema.violations(messages.getFirst())).isEmpty();
        assertThat(TopicReader.header(messages.getFirst(), "ce_type"))
                .contains("ma.jazari.institute-administrator.added.v1");
        assertThat(new String(messages.getFirst().value(), StandardCharsets.UTF_8))
                .contains(id, account)
                .doesNotContain("taiseuse@example.org", "Naïma");
        assertThat(TopicReader.messages("jazari.institute-administrators", record))
                .isEmpty();
    }

    @Test
    void leaves_a_log_that_agrees_with_its_table_also_after_what_came_to_nothing() {
        var id = active("Institut contrôlé");
        invited(id, "controlee@example.org");
        keycloak.fails = "PUT .*";
        invite(Tokens.networkAdmin(), id, "rien@example.org").then().statusCode(503);

        var lines = as(Tokens.networkAdmin()).get("/v1/institutes/integrity").asString();

        assertThat(lines.lines().filter(line -> line.contains("institute_administrator")))
                .isEmpty();
    }

    /** The id of the account. */
    private static String invited(String institute, String address) {
        return post(
                        Tokens.instituteAdmin(institute),
                        institute,
                        "{\"email\": \"" + address + "\", \"name\": \"Naïma Tazi\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static List<Map<String, Object>> changes(String account, Supplier<RequestSpecification> caller) {
        var changes = new ArrayList<Map<String, Object>>();
        String next = null;
        do {
            var request = caller.get().queryParam("limit", 200).queryParam("types", "institute-administrator.*");
            var page = (next == null ? request : request.queryParam("after", next)).get("/v1/changes");
            changes.addAll(
                    page.<List<Map<String, Object>>>path("items.findAll { it.data.accountId == '" + account + "' }"));
            next = page.path("nextCursor");
        } while (next != null);
        return changes;
    }
}
