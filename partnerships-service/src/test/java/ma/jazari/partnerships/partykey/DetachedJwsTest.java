package ma.jazari.partnerships.partykey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import ma.jazari.platform.problem.Problem;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetachedJwsTest {

    private static final byte[] TEXT = bytes("{\"kind\":\"FRAMEWORK\"}");
    private static final Map<String, Object> UNENCODED = Map.of("b64", false, "crit", List.of("b64"));
    private static final Signer ES256 = Signer.es256("es");
    private static final Signer EDDSA = Signer.edDsa("ed");
    private static final Signer PS256 = Signer.ps256("ps");

    static Stream<Signer> signers() {
        return Stream.of(ES256, EDDSA, PS256);
    }

    @ParameterizedTest
    @MethodSource("signers")
    void verifies_what_a_published_key_has_signed(Signer signer) {
        var key = signer.published();

        var verified = DetachedJws.verify(signer.sign(TEXT), TEXT, only(signer));

        assertThat(verified.kid()).isEqualTo(key.kid());
        assertThat(verified.alg()).isEqualTo(key.alg());
        assertThat(verified.protectedHeader()).isEqualTo(Map.of("alg", key.alg(), "kid", key.kid()));
    }

    @ParameterizedTest
    @MethodSource("signers")
    void verifies_a_payload_that_was_signed_as_it_is(Signer signer) {
        var jws = signer.sign(TEXT, UNENCODED);

        assertThat(DetachedJws.verify(jws, TEXT, only(signer)).protectedHeader())
                .containsEntry("b64", false);
        assertThat(refusal(jws, bytes("{\"kind\":\"SPECIFIC\"}"), signer)).startsWith("the signature does not verify");
    }

    @ParameterizedTest
    @MethodSource("signers")
    void refuses_a_signature_over_anything_else(Signer signer) {
        for (var other : List.of("", " ", "{\"kind\":\"FRAMEWORK\"} ", "{\"kind\":\"SPECIFIC\"}")) {
            assertThat(refusal(signer.sign(bytes(other)), TEXT, signer)).startsWith("the signature does not verify");
            assertThat(refusal(signer.sign(TEXT), bytes(other), signer)).startsWith("the signature does not verify");
            assertThat(refusal(signer.sign(bytes(other), UNENCODED), TEXT, signer))
                    .startsWith("the signature does not verify");
        }
    }

    @ParameterizedTest
    @MethodSource("signers")
    void refuses_a_signature_with_another_key_of_the_same_kid(Signer signer) {
        var impostor =
                switch (signer.published().alg()) {
                    case "ES256" -> Signer.es256("es");
                    case "EdDSA" -> Signer.edDsa("ed");
                    default -> Signer.ps256("ps");
                };

        assertThat(refusal(impostor.sign(TEXT), TEXT, signer)).startsWith("the signature does not verify");
    }

    @Property(tries = 300)
    void refuses_a_signature_in_which_any_character_was_altered(@ForAll @IntRange(min = 0, max = 10_000) int place) {
        for (var signer : List.of(ES256, EDDSA)) {
            var jws = signer.sign(TEXT);
            int at = place % jws.length();
            var altered = jws.substring(0, at) + (jws.charAt(at) == 'A' ? 'B' : 'A') + jws.substring(at + 1);

            assertThat(refusal(altered, TEXT, signer)).isNotEmpty();
        }
    }

    @Test
    void agrees_with_the_signature_of_rfc_8037_appendix_a_4() {
        var key = key(
                "EdDSA", Map.of("kty", "OKP", "crv", "Ed25519", "x", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"));
        var jws = "eyJhbGciOiJFZERTQSJ9.."
                + "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

        assertThat(DetachedJws.holds(jws, bytes("Example of Ed25519 signing"), key))
                .isTrue();
        assertThat(DetachedJws.holds(jws, bytes("Example of Ed25519 signing."), key))
                .isFalse();
        assertThat(refusal(jws, bytes("Example of Ed25519 signing"), EDDSA)).contains("as kid");
    }

    @Test
    void agrees_with_the_signature_of_rfc_7515_appendix_a_3() {
        var key = key(
                "ES256",
                Map.of(
                        "kty", "EC",
                        "crv", "P-256",
                        "x", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                        "y", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"));
        var payload = Base64Url.decode(
                        "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ")
                .orElseThrow();
        var jws = "eyJhbGciOiJFUzI1NiJ9.."
                + "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";

        assertThat(DetachedJws.holds(jws, payload, key)).isTrue();
        payload[0]++;
        assertThat(DetachedJws.holds(jws, payload, key)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a.b",
                "e30..",
                "..c2ln",
                "e30.cGF5.c2ln",
                "e30..c2ln.",
                "e30=..c2ln",
                "e30..c2ln==",
                "e30..c2l+",
                "e30..c2lo ",
                "{}..c2ln"
            })
    void refuses_what_is_not_detached(String jws) {
        assertThat(refusal(jws, TEXT, ES256))
                .startsWith("must be a JWS in compact serialisation with an empty payload");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "[]", "\"x\"", "{", "{} {}", "{\"alg\":\"ES256\",\"alg\":\"ES256\"}", "null"})
    void refuses_a_header_that_is_no_object_or_says_a_thing_twice(String header) {
        assertThat(refusal(jws(header), TEXT, ES256))
                .isEqualTo("its header must be a JSON object that names no member twice");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"alg\":\"none\",\"kid\":\"es\"}', is none",
        "'{\"alg\":\"None\",\"kid\":\"es\"}', is none",
        "'{\"kid\":\"es\"}', 'ES256, EdDSA, PS256'",
        "'{\"alg\":\"HS256\",\"kid\":\"es\"}', 'ES256, EdDSA, PS256'",
        "'{\"alg\":\"RS256\",\"kid\":\"es\"}', 'ES256, EdDSA, PS256'",
        "'{\"alg\":[\"ES256\"],\"kid\":\"es\"}', 'ES256, EdDSA, PS256'",
        "'{\"alg\":\"ES256\"}', as kid",
        "'{\"alg\":\"ES256\",\"kid\":5}', as kid",
        "'{\"alg\":\"ES256\",\"kid\":\"other\"}', there is no key other",
        "'{\"alg\":\"PS256\",\"kid\":\"es\"}', that of the key es is ES256",
        "'{\"alg\":\"ES256\",\"kid\":\"es\",\"jku\":\"https://example.org\"}', as jku does",
        "'{\"alg\":\"ES256\",\"kid\":\"es\",\"x5u\":null}', as x5u does",
        "'{\"alg\":\"ES256\",\"kid\":\"es\",\"jwk\":{}}', as jwk does",
        "'{\"alg\":\"ES256\",\"kid\":\"es\",\"x5c\":[]}', as x5c does",
        "'{\"alg\":\"ES256\",\"kid\":\"es\",\"crit\":[\"exp\"],\"exp\":1}', as crit but b64",
        "'{\"alg\":\"ES256\",\"kid\":\"es\",\"crit\":[\"b64\",\"exp\"],\"b64\":false}', as crit but b64",
        "'{\"alg\":\"ES256\",\"kid\":\"es\",\"crit\":[],\"b64\":false}', as crit but b64",
        "'{\"alg\":\"ES256\",\"kid\":\"es\",\"crit\":\"b64\",\"b64\":false}', as crit but b64",
        "'{\"alg\":\"ES256\",\"kid\":\"es\",\"crit\":[\"b64\"],\"b64\":\"false\"}', true or false",
        "'{\"alg\":\"ES256\",\"kid\":\"es\",\"b64\":false}', RFC 7797",
        "'{\"alg\":\"ES256\",\"kid\":\"es\",\"crit\":[\"b64\"]}', RFC 7797"
    })
    void says_what_is_wrong_with_a_header(String header, String reason) {
        assertThat(refusal(jws(header), TEXT, ES256)).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AA", "AAAA"})
    void refuses_a_signature_of_another_length(String signature) {
        var header = Base64Url.encode(bytes("{\"alg\":\"ES256\",\"kid\":\"es\"}"));

        assertThat(refusal(header + ".." + signature, TEXT, ES256)).startsWith("the signature does not verify");
    }

    @Test
    void refuses_a_signature_of_zeros() {
        for (var signer : List.of(ES256, EDDSA, PS256)) {
            var header = signer.sign(TEXT).split("\\.", -1)[0];

            assertThat(refusal(header + ".." + Base64Url.encode(new byte[64]), TEXT, signer))
                    .startsWith("the signature does not verify");
        }
    }

    private static String jws(String header) {
        return Base64Url.encode(bytes(header)) + ".." + Base64Url.encode(new byte[64]);
    }

    private static String refusal(String jws, byte[] payload, Signer published) {
        var problem = catchThrowableOfType(Problem.class, () -> DetachedJws.verify(jws, payload, only(published)));
        assertThat(problem.violations()).hasSize(1);
        assertThat(problem.violations().getFirst().pointer()).isEqualTo("/jws");
        return problem.violations().getFirst().detail();
    }

    private static Function<String, Optional<PartyKey>> only(Signer signer) {
        var key = signer.published();
        return kid -> Optional.of(key).filter(known -> known.kid().equals(kid));
    }

    private static PartyKey key(String alg, Map<String, String> material) {
        var algorithm = SigningAlgorithm.ofName(alg).orElseThrow();
        return new PartyKey(new SigningKey("any", algorithm, material), Instant.EPOCH, null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
