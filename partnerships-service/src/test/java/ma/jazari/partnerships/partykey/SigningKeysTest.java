package ma.jazari.partnerships.partykey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeysTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Signer ES256 = Signer.es256("es-1");
    private static final Signer EDDSA = Signer.edDsa("ed-1");
    private static final Signer PS256 = Signer.ps256("ps-1");

    static Stream<Signer> signers() {
        return Stream.of(ES256, EDDSA, PS256);
    }

    @ParameterizedTest
    @MethodSource("signers")
    void reads_a_key_and_says_how_it_is_used(Signer signer) {
        var read = SigningKeys.read(List.of(jwk(signer.jwk()))).getFirst();

        assertThat(read.jwk()).isEqualTo(signer.published().jwk()).containsEntry("use", "sig");
        assertThat(read.publicKey()).isEqualTo(signer.published().publicKey());
    }

    @ParameterizedTest
    @MethodSource("signers")
    void refuses_private_keys_and_says_what_that_means(Signer signer) {
        var violations = violations(jwk(signer.privateJwk()));

        assertThat(violations).isNotEmpty().allSatisfy(violation -> {
            assertThat(violation.pointer()).matches("/keys/0/(d|p|q|dp|dq|qi)");
            assertThat(violation.detail()).contains("consider this key compromised");
        });
    }

    @Test
    void refuses_keys_that_are_shared() {
        assertThat(violations(jwk("{\"kty\": \"oct\", \"kid\": \"x\", \"k\": \"c2VjcmV0\"}")))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder("/keys/0/k", "/keys/0/kty");
    }

    @ParameterizedTest
    @CsvSource({
        "kid, null, /keys/0/kid",
        "kid, '\"\"', /keys/0/kid",
        "kid, '\"..\"', /keys/0/kid",
        "kid, '\"a/b\"', /keys/0/kid",
        "kid, '\"a b\"', /keys/0/kid",
        "kid, 5, /keys/0/kid",
        "kty, null, /keys/0/kty",
        "kty, '\"RSA1\"', /keys/0/kty",
        "crv, '\"P-384\"', /keys/0/crv",
        "crv, '\"secp256k1\"', /keys/0/crv",
        "crv, null, /keys/0/crv",
        "alg, '\"ES384\"', /keys/0/alg",
        "alg, '\"none\"', /keys/0/alg",
        "use, '\"enc\"', /keys/0/use",
        "x, null, /keys/0/x",
        "x, '\"AQ\"', /keys/0/x",
        "x, '\"a+b/\"', /keys/0/x",
        "y, '\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU=\"', /keys/0/y",
        "key_ops, '[\"verify\"]', /keys/0/key_ops",
        "status, '\"CURRENT\"', /keys/0/status",
        "n, '\"AQAB\"', /keys/0/n"
    })
    void refuses_a_member_that_is_wrong(String name, String value, String pointer) throws JsonProcessingException {
        var jwk = jwk(ES256.jwk());
        jwk.set(name, JSON.readTree(value));

        assertThat(violations(jwk)).extracting(Violation::pointer).containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource({"alg, '\"ES256\"'", "use, '\"sig\"'", "alg, null", "d, null"})
    void takes_a_member_that_agrees(String name, String value) throws JsonProcessingException {
        var jwk = jwk(ES256.jwk());
        jwk.set(name, JSON.readTree(value));

        assertThat(SigningKeys.read(List.of(jwk))).hasSize(1);
    }

    @Test
    void refuses_a_point_off_the_curve() {
        var jwk = jwk(ES256.jwk());
        var x = jwk.get("x").textValue();
        jwk.put("x", jwk.get("y").textValue()).put("y", x);

        assertThat(violations(jwk))
                .extracting(Violation::pointer, Violation::detail)
                .containsExactly(tuple("/keys/0/x", "is not, with y, a point of the curve P-256"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0200000000000000000000000000000000000000000000000000000000000000"
            })
    void refuses_points_of_ed25519_that_are_none_or_sign_everything(String hex) {
        var x = Base64Url.encode(HexFormat.of().parseHex(hex));

        assertThat(violations(jwk(EDDSA.jwk()).put("x", x)))
                .extracting(Violation::pointer)
                .containsExactly("/keys/0/x");
    }

    @Test
    void takes_whatever_key_of_ed25519_is_made() {
        for (int i = 0; i < 100; i++) {
            assertThat(SigningKeys.read(List.of(jwk(Signer.edDsa("ed").jwk())))).hasSize(1);
        }
    }

    @Test
    void refuses_rsa_keys_that_are_too_short_or_too_long() {
        assertThat(violations(jwk(Signer.rsa(1024, "x").jwk())))
                .extracting(Violation::pointer)
                .containsExactly("/keys/0/n");
        var tooLong = Base64Url.encode(positive(BigInteger.TWO.pow(4096).add(BigInteger.ONE)));
        assertThat(violations(jwk(PS256.jwk()).put("n", tooLong)))
                .extracting(Violation::pointer)
                .containsExactly("/keys/0/n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AQ", "Aw", "AQAC", "AAEAAQ", "AQAAAAAAAAAB", ""})
    void refuses_exponents_that_are_weak_or_out_of_range(String e) {
        assertThat(violations(jwk(PS256.jwk()).put("e", e)))
                .extracting(Violation::pointer)
                .containsExactly("/keys/0/e");
    }

    @Test
    void names_everything_at_once() {
        var es = jwk(ES256.jwk());
        es.remove("kid");
        es.put("alg", "RS256").put("use", "enc").put("more", 1).put("d", "AQ").put("x", "AQ");

        assertThat(violations(es, IntNode.valueOf(5), jwk("{}"), jwk(PS256.jwk()), jwk(PS256.jwk())))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder(
                        "/keys/0/d",
                        "/keys/0/kid",
                        "/keys/0/alg",
                        "/keys/0/more",
                        "/keys/0/use",
                        "/keys/0/x",
                        "/keys/1",
                        "/keys/2/kid",
                        "/keys/2/kty",
                        "/keys/4/kid");
    }

    @Test
    void takes_ten_keys_and_no_more() {
        var keys = new ArrayList<JsonNode>(IntStream.range(0, 10)
                .mapToObj(i -> jwk(ES256.jwk()).put("kid", "k" + i))
                .toList());
        assertThat(SigningKeys.read(keys)).hasSize(10);
        assertThat(SigningKeys.read(List.of())).isEmpty();

        keys.add(jwk(EDDSA.jwk()));

        assertThat(violations(keys.toArray(JsonNode[]::new)))
                .extracting(Violation::pointer)
                .containsExactly("/keys");
    }

    private static List<Violation> violations(JsonNode... keys) {
        return catchThrowableOfType(Problem.class, () -> SigningKeys.read(Arrays.asList(keys)))
                .violations();
    }

    private static byte[] positive(BigInteger number) {
        var bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static ObjectNode jwk(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
