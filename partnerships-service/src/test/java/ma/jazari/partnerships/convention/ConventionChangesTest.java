package ma.jazari.partnerships.convention;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.partnerships.convention.ConventionFixture.body;
import static ma.jazari.partnerships.convention.ConventionFixture.convention;
import static ma.jazari.partnerships.convention.ConventionFixture.draft;
import static ma.jazari.partnerships.convention.ConventionFixture.drafted;
import static ma.jazari.partnerships.convention.ConventionFixture.move;
import static ma.jazari.partnerships.convention.ConventionFixture.patch;
import static ma.jazari.partnerships.convention.ConventionFixture.reference;
import static ma.jazari.partnerships.convention.ConventionFixture.signatory;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.PUBLIC;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.activated;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.activeInstitute;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.anId;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.awaitCopy;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.draftInstitute;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.state;
import static ma.jazari.partnerships.partner.PartnerFixture.activePartner;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import ma.jazari.platform.changelog.Canonical;
import ma.jazari.platform.test.Feed;
import ma.jazari.platform.test.HashChain;
import ma.jazari.platform.test.MessageSchema;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import ma.jazari.platform.test.TopicReader;
import org.junit.jupiter.api.Test;

/** What happens around a convention: the institutes it hears of, the changes and revisions that it leaves. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ConventionChangesTest {

    private static final String RESTRICTED = "jazari.conventions.restricted";

    @Inject
    DataSource database;

    @Test
    void can_be_proposed_within_a_second_of_an_institutes_activation() {
        activeInstitute();
        var partner = activePartner("Université pressée");
        var institute = anId();
        var token = Tokens.instituteAdmin(institute);
        activated(institute, 3);

        var id = await().atMost(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> draft(token, convention("Convention rapide", institute, partner)),
                        answer -> answer.statusCode() == 201)
                .<String>path("id");

        move(token, id, "PROPOSED").then().statusCode(200);
    }

    @Test
    void refuses_a_draft_institute_with_the_reason_and_to_strangers_without() {
        var institute = activeInstitute();
        var partner = activePartner("Université curieuse");
        var hidden = draftInstitute();
        var parties = new String[] {signatory(institute), signatory(partner), signatory(hidden)};
        var owned = body("Convention", ", \"ownerParty\": " + reference(institute), parties);

        draft(Tokens.networkAdmin(), owned)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/conflict"))
                .body("detail", containsString("institute " + hidden + " is DRAFT; a party must be ACTIVE"))
                .body("parties.pointer", contains("/parties/2"))
                .body("parties[0].party.id", equalTo(hidden));
        draft(Tokens.instituteAdmin(hidden), body("Convention", "", parties))
                .then()
                .statusCode(409)
                .body("detail", containsString("is DRAFT"));
        draft(Tokens.instituteAdmin(institute), owned)
                .then()
                .statusCode(409)
                .body("detail", containsString("no institute " + hidden + " is known"))
                .body("detail", not(containsString("DRAFT")));
    }

    @Test
    void refuses_to_propose_with_an_institute_that_was_suspended_meanwhile() {
        var institute = activeInstitute();
        var suspended = activeInstitute();
        var id = drafted("Convention compromise", institute, suspended);
        TopicReader.publish(PUBLIC, "institute.suspended", suspended, state(suspended, "SUSPENDED", 4));
        awaitCopy(suspended, "SUSPENDED");

        move(Tokens.instituteAdmin(institute), id, "PROPOSED")
                .then()
                .statusCode(409)
                .body("parties[0].reason", equalTo("institute " + suspended + " is SUSPENDED; a party must be ACTIVE"));

        as(Tokens.networkAdmin()).get("/v1/conventions/{id}", id).then().body("status", equalTo("DRAFT"));
    }

    @Test
    void keeps_what_was_proposed_word_for_word() throws Exception {
        var institute = activeInstitute();
        var partner = activePartner("Université fidèle");
        var id = drafted("Convention à conserver", institute, partner);
        var digest = move(Tokens.instituteAdmin(institute), id, "PROPOSED").<String>path("digest.value");

        var canonical = canonicalOf(id);

        assertThat(Canonical.sha256(canonical)).isEqualTo(digest);
        assertThat(canonical).contains("Convention à conserver");
        for (var sql : new String[] {
            "update convention_revision set canonical = 'x' where convention_id = '" + id + "'",
            "delete from convention_revision where convention_id = '" + id + "'",
            "truncate convention_revision"
        }) {
            assertThatThrownBy(() -> execute(sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("never changes");
        }
    }

    @Test
    void tells_its_parties_alone_of_its_changes() {
        var institute = activeInstitute();
        var partner = activePartner("Université informée");
        var owner = Tokens.instituteAdmin(institute);
        var since = Feed.end();
        var id = drafted("Convention suivie", institute, partner);
        patch(owner, id, "*", "{\"kind\": \"SPECIFIC\"}").then().statusCode(200);
        move(owner, id, "PROPOSED").then().statusCode(200);
        move(owner, id, "WITHDRAWN").then().statusCode(200);

        var messages = await().atMost(20, SECONDS)
                .until(() -> TopicReader.messages(RESTRICTED, id), found -> found.size() == 4);

        assertThat(messages)
                .extracting(message -> TopicReader.header(message, "ce_type").orElse(""))
                .containsExactly(
                        "ma.jazari.convention.drafted.v1",
                        "ma.jazari.convention.updated.v1",
                        "ma.jazari.convention.proposed.v1",
                        "ma.jazari.convention.withdrawn.v1");
        assertThat(messages).allSatisfy(message -> assertThat(MessageSchema.violations(message))
                .isEmpty());
        var state = Canonical.object(new String(messages.getLast().value(), StandardCharsets.UTF_8));
        assertThat(state.get("status").asText()).isEqualTo("WITHDRAWN");
        assertThat(TopicReader.messages("jazari.conventions", id)).isEmpty();
        assertThat(withdrawn(Tokens.partner(partner), since)).contains(id);
        assertThat(withdrawn(Tokens.auditor(), since)).contains(id);
        assertThat(withdrawn(Tokens.partner("p00000098"), since)).doesNotContain(id);
        assertThat(Feed.subjects(null, since, "convention.*")).doesNotContain(id);
    }

    @Test
    void keeps_a_history_that_verifies_and_the_past() {
        var institute = activeInstitute();
        var partner = activePartner("Université historique");
        var owner = Tokens.instituteAdmin(institute);
        var contact =
                ", \"contacts\": [{\"party\": %s, \"email\": \"secret@example.org\"}]".formatted(reference(partner));
        var id = draft(owner, body("Convention datée", contact, signatory(institute), signatory(partner)))
                .<String>path("id");
        var drafted = as(owner).get("/v1/conventions/{id}", id).<String>path("updatedAt");
        move(owner, id, "PROPOSED").then().statusCode(200);

        var history = as(Tokens.partner(partner)).get("/v1/conventions/{id}/history", id);

        history.then()
                .statusCode(200)
                .body("items.type", contains("convention.drafted", "convention.proposed"))
                .body("items[1].reason", equalTo("as the test says"));
        assertThat(HashChain.holds(history.asString())).isTrue();
        var then = Instant.parse(drafted).plusMillis(1).toString();
        as(owner)
                .get("/v1/conventions/{id}?asOf={then}", id, then)
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("version", equalTo(1));
        as(owner).get("/v1/conventions/{id}?asOf=2020-01-01", id).then().statusCode(404);
    }

    @Test
    void proposes_once_when_two_ask_at_once() throws Exception {
        var institute = activeInstitute();
        var partner = activePartner("Université disputée");
        var id = drafted("Convention disputée", institute, partner);
        Callable<Integer> proposal =
                () -> move(Tokens.instituteAdmin(institute), id, "PROPOSED").statusCode();
        Callable<Integer> again =
                () -> move(Tokens.instituteAdmin(institute), id, "PROPOSED").statusCode();

        List<Integer> statuses;
        try (var clients = Executors.newFixedThreadPool(2)) {
            statuses = clients.invokeAll(List.of(proposal, again)).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
        }

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void drafts_one_for_one_idempotency_key() {
        var institute = activeInstitute();
        var partner = activePartner("Université une fois");
        var key = "\"" + UUID.randomUUID() + "\"";

        for (int i = 0; i < 2; i++) {
            as(Tokens.instituteAdmin(institute))
                    .header("Idempotency-Key", key)
                    .contentType(ContentType.JSON)
                    .body(convention("Convention unique", institute, partner))
                    .post("/v1/conventions")
                    .then()
                    .statusCode(201);
        }

        as(Tokens.instituteAdmin(institute))
                .get("/v1/conventions?total=true&party={p}", institute)
                .then()
                .body("total", equalTo(1));
    }

    private static List<String> withdrawn(String token, String since) {
        return Feed.subjects(token, since, "convention.withdrawn");
    }

    private String canonicalOf(String id) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select canonical from convention_revision where convention_id = ? and number = 1")) {
            select.setString(1, id);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
