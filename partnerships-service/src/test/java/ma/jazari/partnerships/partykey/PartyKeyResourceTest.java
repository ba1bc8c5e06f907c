package ma.jazari.partnerships.partykey;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.activeInstitute;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.anId;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.draftInstitute;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.merged;
import static ma.jazari.partnerships.partner.PartnerFixture.activePartner;
import static ma.jazari.partnerships.partykey.Signer.jwks;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.agreement.PartyType;
import ma.jazari.platform.changelog.Canonical;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.test.Feed;
import ma.jazari.platform.test.MessageSchema;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import ma.jazari.platform.test.TopicReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class PartyKeyResourceTest {

    private static final Signer ONE = Signer.es256("one");
    private static final Signer TWO = Signer.edDsa("two");

    @Inject
    PartyKeys partyKeys;

    @Test
    void publishes_the_first_keys_of_a_partner_without_if_match() {
        var id = activePartner("Université signataire");

        anonymous()
                .get(keysOf(id))
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"0-"))
                .body("keys", empty());
        put(Tokens.partner(id), id, null, jwks(ONE, TWO))
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"1-"))
                .body("version", equalTo(1))
                .body("keys.kid", containsInAnyOrder("one", "two"))
                .body("keys.status", contains("CURRENT", "CURRENT"))
                .body("keys[0].validFrom", notNullValue())
                .body("keys[0]", not(hasKey("validTo")));
        anonymous().get(keysOf(id)).then().statusCode(200).body("keys", hasSize(2));
        anonymous()
                .get(keysOf(id) + "/two")
                .then()
                .statusCode(200)
                .body("kty", equalTo("OKP"))
                .body("crv", equalTo("Ed25519"))
                .body("alg", equalTo("EdDSA"))
                .body("use", equalTo("sig"))
                .body("$", not(hasKey("y")));
    }

    @Test
    void publishes_keys_of_an_institute() {
        var id = activeInstitute();

        put(Tokens.instituteAdmin(id), id, null, jwks(Signer.ps256("rsa")))
                .then()
                .statusCode(200);

        anonymous()
                .get(keysOf(id) + "/rsa")
                .then()
                .statusCode(200)
                .body("kty", equalTo("RSA"))
                .body("alg", equalTo("PS256"))
                .body("e", equalTo("AQAB"));
    }

    @Test
    void retires_what_is_not_named_any_more_and_keeps_it() {
        var id = activePartner("Université à clé retirée");
        var token = Tokens.partner(id);
        var first = put(token, id, null, jwks(ONE));

        put(token, id, first.header("ETag"), jwks(TWO))
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("keys.kid", contains("one", "two"))
                .body("keys.status", contains("RETIRED", "CURRENT"))
                .body("keys[0].validTo", notNullValue());
        put(token, id, "*", jwks(TWO)).then().statusCode(200).body("version", equalTo(2));
        put(token, id, "*", jwks(ONE, TWO))
                .then()
                .statusCode(409)
                .body("keys.pointer", contains("/keys/0/kid"))
                .body("detail", containsString("one was retired"));
        put(token, id, "*", jwks(Signer.edDsa("two")))
                .then()
                .statusCode(409)
                .body("detail", containsString("two was published with other key material"));
    }

    @Test
    void needs_if_match_once_keys_were_published() {
        var id = activePartner("Université concurrente");
        var token = Tokens.partner(id);
        var none = anonymous().get(keysOf(id)).header("ETag");
        put(token, id, "\"1-00\"", jwks(ONE)).then().statusCode(412);
        put(token, id, none, jwks(ONE)).then().statusCode(200);

        put(token, id, null, jwks(TWO)).then().statusCode(428);
        put(token, id, none, jwks(TWO)).then().statusCode(412).body("currentVersion", equalTo(1));
    }

    @Test
    void lets_one_of_two_first_ones_win() throws Exception {
        var id = activePartner("Université pressée");
        var token = Tokens.partner(id);

        try (var clients = Executors.newFixedThreadPool(4)) {
            Callable<Integer> publishing =
                    () -> put(token, id, null, jwks(Signer.es256("k"))).statusCode();
            var statuses = clients.invokeAll(List.of(publishing, publishing, publishing, publishing)).stream()
                    .map(answer -> answer.resultNow())
                    .toList();

            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 428);
        }
        anonymous().get(keysOf(id)).then().body("keys", hasSize(1)).body("version", equalTo(1));
    }

    @Test
    void is_for_those_who_act_for_the_party_alone() {
        var partner = activePartner("Université gardienne");
        var institute = activeInstitute();

        put(null, partner, null, jwks(ONE)).then().statusCode(401).contentType("application/problem+json");
        for (var token : List.of(
                Tokens.networkAdmin(),
                Tokens.auditor(),
                Tokens.partner("p00000098"),
                Tokens.instituteAdmin("j00000098"))) {
            put(token, partner, null, jwks(ONE)).then().statusCode(403);
            put(token, institute, null, jwks(ONE)).then().statusCode(403);
        }
        anonymous().get(keysOf(partner)).then().body("keys", empty());
    }

    @Test
    void knows_no_party_that_the_caller_does_not_know() {
        var draft = draftInstitute();
        var unknown = PublicId.random('p');

        put(Tokens.partner(unknown), unknown, null, jwks(ONE)).then().statusCode(404);
        put(Tokens.instituteAdmin("j00000098"), draft, null, jwks(ONE)).then().statusCode(404);
        anonymous().get(keysOf(draft)).then().statusCode(404);
        anonymous().get(keysOf(anId())).then().statusCode(404);
        anonymous().get(keysOf(unknown)).then().statusCode(404);
        as(Tokens.auditor()).get(keysOf(draft)).then().statusCode(200);
        put(Tokens.instituteAdmin(draft), draft, null, jwks(ONE)).then().statusCode(200);
        anonymous().get(keysOf(draft) + "/one").then().statusCode(404);
        anonymous().get("/v1/institutes/j00000099/keys").then().statusCode(400);
        anonymous().get("/v1/partners/j00000098/keys").then().statusCode(400);
        anonymous().get(keysOf(activeInstitute()) + "/none").then().statusCode(404);
    }

    @Test
    void lets_the_successor_of_a_merged_institute_publish_its_keys() {
        var old = activeInstitute();
        var successor = activeInstitute();
        merged(old, successor, 4);

        put(Tokens.instituteAdmin(successor), old, null, jwks(ONE)).then().statusCode(200);
    }

    @Test
    void names_every_violation_at_once() {
        var id = activePartner("Université imprudente");

        put(Tokens.partner(id), id, null, "{\"keys\": [%s, {\"kty\": \"oct\"}, 5]}".formatted(ONE.privateJwk()))
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/keys/0/d", "/keys/1/kid", "/keys/1/kty", "/keys/2"))
                .body("errors[0].detail", containsString("consider this key compromised"));
        put(Tokens.partner(id), id, null, "{}").then().statusCode(400).body("errors.pointer", contains("/keys"));
        put(Tokens.partner(id), id, null, "{\"keys\": [], \"more\": 1}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/more"));
        put(Tokens.partner(id), id, null, "{\"keys\": []}")
                .then()
                .statusCode(200)
                .body("version", equalTo(0));
    }

    @Test
    void publishes_each_change_and_lists_it_in_the_feed() {
        var since = Feed.end();
        var id = activePartner("Université publiante");
        put(Tokens.partner(id), id, null, jwks(ONE)).then().statusCode(200);
        put(Tokens.partner(id), id, "*", jwks(TWO, Signer.ps256("three")))
                .then()
                .statusCode(200);

        var messages = await().atMost(20, SECONDS)
                .until(() -> TopicReader.messages("jazari.party-keys", id), found -> found.size() == 2);

        assertThat(messages)
                .extracting(message -> TopicReader.header(message, "ce_type").orElse(""))
                .containsOnly("ma.jazari.party-keys.published.v1");
        assertThat(messages).allSatisfy(message -> assertThat(MessageSchema.violations(message))
                .isEmpty());
        var state = Canonical.object(new String(messages.getLast().value(), StandardCharsets.UTF_8));
        assertThat(state.at("/party/type").asText()).isEqualTo("PARTNER");
        assertThat(state.get("keys")).hasSize(3);
        var feed = anonymous().get("/v1/changes?types=party-keys.*&limit=200&after={after}", since);
        assertThat(feed.<List<String>>path("items.subject.id")).contains(id);
        assertThat(feed.<List<String>>path("items.subject.type")).containsOnly("PARTY_KEYS");
    }

    @Test
    void tells_other_features_which_key_was_valid_when() {
        var id = activePartner("Université consultée");
        var party = new PartyRef(PartyType.PARTNER, id);
        var first = put(Tokens.partner(id), id, null, jwks(ONE));
        var since = Instant.parse(first.<String>path("keys[0].validFrom"));
        var second = put(Tokens.partner(id), id, "*", jwks(TWO));
        var until = Instant.parse(second.<String>path("keys[0].validTo"));

        assertThat(partyKeys.find(party, "one", since)).isPresent();
        assertThat(partyKeys.find(party, "one", since.minusNanos(1000))).isEmpty();
        assertThat(partyKeys.find(party, "one", until)).isEmpty();
        assertThat(partyKeys.find(party, "two", until)).isPresent();
        assertThat(partyKeys.find(new PartyRef(PartyType.PARTNER, "p00000098"), "two", until))
                .isEmpty();
        assertThat(partyKeys.history(party)).extracting(PartyKey::kid).containsExactly("one", "two");
        var payload = "texte convenu".getBytes(StandardCharsets.UTF_8);
        assertThat(DetachedJws.verify(TWO.sign(payload), payload, kid -> partyKeys.find(party, kid, until))
                        .kid())
                .isEqualTo("two");
    }

    static String keysOf(String id) {
        return (id.startsWith("j") ? "/v1/institutes/" : "/v1/partners/") + id + "/keys";
    }

    static Response put(@Nullable String token, String id, @Nullable String ifMatch, String body) {
        var request = token == null ? anonymous() : as(token);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.contentType(ContentType.JSON).body(body).put(keysOf(id));
    }
}
