package ma.jazari.institutes.administrator;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.institutes.administrator.AdministratorFixture.administratorsOf;
import static ma.jazari.institutes.administrator.AdministratorFixture.invite;
import static ma.jazari.institutes.administrator.AdministratorFixture.post;
import static ma.jazari.institutes.administrator.AdministratorFixture.remove;
import static ma.jazari.institutes.institute.InstituteFixture.active;
import static ma.jazari.institutes.institute.InstituteFixture.move;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import ma.jazari.institutes.institute.InstituteFixture;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
@WithTestResource(FakeAccounts.class)
class AdministratorResourceTest {

    // Set by the test resource.
    @SuppressWarnings("NullAway.Init")
    FakeAccounts keycloak;

    @BeforeEach
    void startAfresh() {
        keycloak.down = false;
        keycloak.hasMailServer = true;
        keycloak.fails = "";
    }

    @Test
    void makes_a_person_an_administrator_and_has_the_mail_sent() {
        var id = active("Institut qui invite");

        var answer = post(
                Tokens.instituteAdmin(id),
                id,
                "{\"email\": \"Nadia@Example.org\", \"name\": \"Nadia Ben Ali\", \"language\": \"ar\"}");

        answer.then()
                .statusCode(201)
                .header("Location", endsWith(administratorsOf(id) + "/" + answer.path("id")))
                .header("Cache-Control", containsString("no-store"))
                .body("instituteId", equalTo(id))
                .body("email", equalTo("nadia@example.org"))
                .body("name", equalTo("Nadia Ben Ali"))
                .body("status", equalTo("INVITED"))
                .body("mailed", equalTo(true));
        var made = keycloak.withAddress("nadia@example.org");
        assertThat(made.institutes()).containsExactly(id);
        assertThat(made.roles).contains("institute-admin");
        // Histories show it as the actor.
        assertThat(made.user.path("username").asText()).isNotEmpty().doesNotContainIgnoringCase("nadia", "@");
        assertThat(made.user.at("/attributes/locale/0").asText()).isEqualTo("ar");
        assertThat(keycloak.mails).contains("nadia@example.org");
        as(Tokens.instituteAdmin(id))
                .get(administratorsOf(id) + "/" + made.id)
                .then()
                .statusCode(200)
                .body("email", equalTo("nadia@example.org"))
                .body("$", not(hasKey("mailed")));
    }

    @Test
    void adds_the_institute_to_those_that_a_person_has_and_changes_nothing_else() {
        var other = active("Institut d'avant");
        var id = active("Institut de plus");
        var person = keycloak.administrator("deux@example.org", other);
        var before = person.user.deepCopy();

        invite(Tokens.networkAdmin(), id, "deux@example.org")
                .then()
                .statusCode(201)
                .body("id", equalTo(person.id))
                .body("status", equalTo("ACTIVE"))
                .body("mailed", equalTo(false));

        assertThat(person.institutes()).containsExactly(other, id);
        assertThat(person.roles).containsExactly("default-roles-jazari", "institute-admin");
        before.withObject("/attributes").putArray("institutes").add(other).add(id);
        assertThat(person.user).isEqualTo(before);
        assertThat(keycloak.mails).doesNotContain("deux@example.org");
    }

    @Test
    void answers_a_second_invitation_with_the_administrator_who_is_there() {
        var id = active("Institut insistant");
        var first = invite(Tokens.instituteAdmin(id), id, "encore@example.org");

        invite(Tokens.instituteAdmin(id), id, "ENCORE@example.org")
                .then()
                .statusCode(200)
                .body("id", equalTo(first.path("id")))
                .body("mailed", equalTo(false));

        assertThat(keycloak.mails).filteredOn("encore@example.org"::equals).hasSize(1);
        assertThat(keycloak.withAddress("encore@example.org").institutes()).containsExactly(id);
    }

    @Test
    void carries_an_invitation_with_the_same_key_out_once() {
        var id = active("Institut pressé");
        var key = "\"" + UUID.randomUUID() + "\"";

        var first = inviteWith(key, id);
        var second = inviteWith(key, id);

        first.then().statusCode(201).body("mailed", equalTo(true));
        second.then().statusCode(201).header("Idempotency-Replayed", "true").body("id", equalTo(first.path("id")));
    }

    private static Response inviteWith(String key, String id) {
        return as(Tokens.instituteAdmin(id))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body("{\"email\": \"clef@example.org\"}")
                .post(administratorsOf(id));
    }

    @Test
    void loses_nothing_where_there_is_no_mail_server() {
        var id = active("Institut sans courrier");
        keycloak.hasMailServer = false;
        invite(Tokens.instituteAdmin(id), id, "sansmail@example.org")
                .then()
                .statusCode(201)
                .body("mailed", equalTo(false));
        assertThat(keycloak.withAddress("sansmail@example.org").institutes()).containsExactly(id);

        keycloak.hasMailServer = true;

        invite(Tokens.instituteAdmin(id), id, "sansmail@example.org")
                .then()
                .statusCode(200)
                .body("mailed", equalTo(true));
    }

    @Test
    void does_not_exist_for_strangers() {
        var id = active("Institut discret");
        var person = keycloak.administrator("discrete@example.org", id);
        var strangers = List.of(
                Tokens.instituteAdmin(active("Institut voisin")), Tokens.auditor(), Tokens.partner("p5m2c0066"));

        for (var stranger : strangers) {
            invite(stranger, id, "intrus@example.org").then().statusCode(404);
            remove(stranger, id, person.id).then().statusCode(404);
            as(stranger).get(administratorsOf(id)).then().statusCode(404).body(not(containsString("discrete@")));
            as(stranger)
                    .get(administratorsOf(id) + "/" + person.id)
                    .then()
                    .statusCode(404)
                    .body(not(containsString("discrete@")));
        }
        anonymous().get(administratorsOf(id)).then().statusCode(401);
        anonymous().delete(administratorsOf(id) + "/" + person.id).then().statusCode(401);
        assertThat(keycloak.knows("intrus@example.org")).isFalse();
        assertThat(person.institutes()).containsExactly(id);
    }

    @Test
    void leaves_accounts_with_other_roles_to_the_network_administrator() {
        var id = active("Institut ambitieux");
        keycloak.administrator("reste@example.org", id);
        for (var role : List.of("network-admin", "auditor", "partner")) {
            var person = keycloak.person(role + "@example.org", role);

            invite(Tokens.instituteAdmin(id), id, role + "@example.org").then().statusCode(403);
            assertThat(person.institutes()).isEmpty();
            assertThat(person.roles).containsExactly("default-roles-jazari", role);

            invite(Tokens.networkAdmin(), id, role + "@example.org").then().statusCode(201);
            remove(Tokens.instituteAdmin(id), id, person.id).then().statusCode(403);
            assertThat(person.institutes()).containsExactly(id);
            assertThat(person.roles).contains(role);
        }
        assertThat(keycloak.mails).doesNotContain("network-admin@example.org");
    }

    @Test
    void gives_nobody_back_what_was_taken_from_them_elsewhere() {
        var elsewhere = active("Institut lésé");
        var id = active("Institut indulgent");
        var suspended = keycloak.administrator("suspendue@example.org", elsewhere);
        suspended.roles.remove("institute-admin");

        invite(Tokens.instituteAdmin(id), id, "suspendue@example.org").then().statusCode(403);

        assertThat(suspended.institutes()).containsExactly(elsewhere);
        assertThat(suspended.roles).doesNotContain("institute-admin");
    }

    @Test
    void does_not_trust_an_address_that_its_owner_has_not_confirmed() {
        var id = active("Institut prudent");
        var pretender = keycloak.person("victime@example.org");
        pretender.user.put("emailVerified", false);

        invite(Tokens.networkAdmin(), id, "victime@example.org").then().statusCode(409);

        assertThat(pretender.institutes()).isEmpty();
        assertThat(keycloak.mails).doesNotContain("victime@example.org");
    }

    @Test
    void adds_nobody_whose_account_is_locked() {
        var id = active("Institut fermé à clef");
        var locked = keycloak.person("verrou@example.org");
        locked.user.put("enabled", false);

        invite(Tokens.networkAdmin(), id, "verrou@example.org").then().statusCode(409);

        assertThat(locked.institutes()).isEmpty();
    }

    @Test
    void takes_the_institute_out_and_the_role_with_the_last_one() {
        var first = active("Institut quitté");
        var second = active("Institut gardé un temps");
        keycloak.administrator("demeure@example.org", first, second);
        var leaving = keycloak.administrator("partante@example.org", first, second);

        remove(Tokens.instituteAdmin(first), first, leaving.id).then().statusCode(204);

        assertThat(leaving.institutes()).containsExactly(second);
        assertThat(leaving.roles).contains("institute-admin");
        remove(Tokens.instituteAdmin(first), first, leaving.id).then().statusCode(404);

        remove(Tokens.instituteAdmin(second), second, leaving.id).then().statusCode(204);

        assertThat(leaving.institutes()).isEmpty();
        assertThat(leaving.roles).containsExactly("default-roles-jazari");
        assertThat(leaving.user.path("lastName").asText()).isEqualTo("El Fassi");
    }

    @Test
    void keeps_the_last_active_one_unless_the_network_administrator_removes_it() {
        var id = active("Institut d'une seule");
        var last = keycloak.administrator("seule@example.org", id);
        invite(Tokens.instituteAdmin(id), id, "pasencore@example.org").then().statusCode(201);

        remove(Tokens.instituteAdmin(id), id, last.id).then().statusCode(409);
        assertThat(last.institutes()).containsExactly(id);

        remove(Tokens.networkAdmin(), id, last.id).then().statusCode(204);
        assertThat(last.institutes()).isEmpty();
    }

    @Test
    void changes_nothing_while_keycloak_is_down() {
        var id = active("Institut en panne");
        var person = keycloak.administrator("panne@example.org", id);
        keycloak.down = true;

        invite(Tokens.instituteAdmin(id), id, "jamais@example.org")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue());
        remove(Tokens.networkAdmin(), id, person.id).then().statusCode(503);
        as(Tokens.networkAdmin()).get(administratorsOf(id)).then().statusCode(503);

        keycloak.down = false;
        as(Tokens.networkAdmin()).get(administratorsOf(id)).then().body("items.email", contains("panne@example.org"));
    }

    @Test
    void takes_back_what_was_left_half_way() {
        var id = active("Institut à moitié");
        keycloak.fails = "PUT .*/users/[0-9a-f-]{36}";

        invite(Tokens.instituteAdmin(id), id, "moitie@example.org").then().statusCode(503);

        var person = keycloak.withAddress("moitie@example.org");
        assertThat(person.roles).contains("institute-admin");
        await().atMost(15, SECONDS).until(() -> !person.roles.contains("institute-admin"));
        keycloak.fails = "";
        invite(Tokens.instituteAdmin(id), id, "moitie@example.org").then().statusCode(201);
        assertThat(person.institutes()).containsExactly(id);
        assertThat(person.roles).contains("institute-admin");
    }

    @Test
    void removes_later_what_keycloak_did_not_do_at_once() {
        var id = active("Institut patient");
        var person = keycloak.administrator("lente@example.org", id);
        keycloak.fails = "PUT .*/users/" + person.id;

        remove(Tokens.networkAdmin(), id, person.id).then().statusCode(204);

        assertThat(person.institutes()).containsExactly(id);
        keycloak.fails = "";
        await().atMost(15, SECONDS).until(() -> person.institutes().isEmpty());
        assertThat(person.roles).doesNotContain("institute-admin");
    }

    @Test
    void loses_none_of_two_invitations_of_one_person_at_once() {
        var institutes = Stream.of("Institut simultané un", "Institut simultané deux", "Institut simultané trois")
                .map(InstituteFixture::active)
                .toList();
        var person = keycloak.person("simultanee@example.org");

        var answers = institutes.stream()
                .map(id -> CompletableFuture.supplyAsync(
                        () -> invite(Tokens.networkAdmin(), id, "simultanee@example.org")))
                .toList();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(201));
        assertThat(person.institutes()).containsExactlyInAnyOrderElementsOf(institutes);
        assertThat(person.roles).containsExactly("default-roles-jazari", "institute-admin");
    }

    @Test
    void lists_a_page_at_a_time() {
        var id = active("Institut nombreux");
        var all = Stream.of("un", "deux", "trois")
                .map(name -> keycloak.administrator(name + "@nombreux.example.org", id))
                .map(person -> person.user.path("email").asText())
                .toList();

        var seen = new ArrayList<String>();
        String next = null;
        do {
            var request = as(Tokens.instituteAdmin(id)).queryParam("limit", 2).queryParam("total", true);
            var page = (next == null ? request : request.queryParam("cursor", next)).get(administratorsOf(id));
            page.then().statusCode(200).body("total", equalTo(3));
            seen.addAll(page.<List<String>>path("items.email"));
            next = page.path("nextCursor");
        } while (next != null);

        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void has_room_for_so_many_and_invites_so_many_a_day() {
        var full = active("Institut complet");
        Stream.of(1, 2, 3, 4, 5).forEach(n -> keycloak.administrator(n + "@complet.example.org", full));
        invite(Tokens.networkAdmin(), full, "six@complet.example.org").then().statusCode(409);
        assertThat(keycloak.knows("six@complet.example.org")).isFalse();

        var busy = active("Institut bavard");
        for (int i = 1; i <= 6; i++) {
            var invited = invite(Tokens.networkAdmin(), busy, i + "@bavard.example.org");
            invited.then().statusCode(201);
            remove(Tokens.networkAdmin(), busy, invited.path("id")).then().statusCode(204);
        }
        invite(Tokens.networkAdmin(), busy, "sept@bavard.example.org").then().statusCode(429);
        assertThat(keycloak.knows("sept@bavard.example.org")).isFalse();
    }

    @Test
    void says_all_that_is_wrong_with_an_invitation() {
        var id = active("Institut exigeant");

        post(Tokens.instituteAdmin(id), id, "{\"email\": \"no address\", \"name\": \"<script>\", \"language\": \"de\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/email", "/name", "/language"));
        post(Tokens.instituteAdmin(id), id, "{\"email\": \"a@example.org\", \"role\": \"network-admin\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/role"));
        remove(Tokens.instituteAdmin(id), id, "amina").then().statusCode(400);
    }

    @Test
    void invites_nobody_to_an_institute_that_has_ended() {
        var id = active("Institut clos");
        move(id, "CLOSED").then().statusCode(200);

        invite(Tokens.networkAdmin(), id, "tard@example.org").then().statusCode(409);
        invite(Tokens.networkAdmin(), PublicId.random('j'), "tard@example.org")
                .then()
                .statusCode(404);

        assertThat(keycloak.knows("tard@example.org")).isFalse();
    }
}
