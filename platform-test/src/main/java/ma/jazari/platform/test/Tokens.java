package ma.jazari.platform.test;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.util.KeyUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** Access tokens as the realm issues them, for tests. */
public final class Tokens {

    private static final String KEY_ID = "test";
    private static final KeyPair KEYS = readKeys();
    private static final Map<Holder, Kept> KEPT = new ConcurrentHashMap<>();

    private Tokens() {}

    private record Holder(String name, Set<String> roles, Map<String, List<String>> claims, String issuer) {}

    private record Kept(String token, Instant until) {}

    public static String networkAdmin() {
        return of("root-admin", Set.of("network-admin"), Map.of());
    }

    public static String auditor() {
        return of("auditor", Set.of("auditor"), Map.of());
    }

    /** A token of an administrator of these institutes. */
    public static String instituteAdmin(String... institutes) {
        return of("institute-admin", Set.of("institute-admin"), Map.of("institutes", List.of(institutes)));
    }

    /** A token of a system of these partners. */
    public static String partner(String... partners) {
        return of("partner-system", Set.of("partner"), Map.of("partners", List.of(partners)));
    }

    /** A token that Keycloak gave to the client with this id, a system of these partners. */
    public static String client(String clientId, String... partners) {
        return sign(
                "service-account-" + clientId,
                Set.of("partner"),
                Map.of("azp", clientId, "partners", List.of(partners)),
                issuer(),
                "jazari-registry",
                Instant.now().plusSeconds(300),
                KEYS.getPrivate());
    }

    /** The same token for a while, as a client keeps one: signing takes longer than many a request. */
    public static String of(String name, Set<String> roles, Map<String, List<String>> claims) {
        var now = Instant.now();
        return KEPT.compute(
                        new Holder(name, Set.copyOf(roles), Map.copyOf(claims), issuer()),
                        (holder, kept) -> kept != null && now.isBefore(kept.until()) ? kept : issue(holder, now))
                .token();
    }

    private static Kept issue(Holder holder, Instant now) {
        var token = sign(
                holder.name(),
                holder.roles(),
                holder.claims(),
                holder.issuer(),
                "jazari-registry",
                now.plusSeconds(300),
                KEYS.getPrivate());
        return new Kept(token, now.plusSeconds(120));
    }

    public static String expired() {
        return sign(
                "root-admin",
                Set.of("network-admin"),
                Map.of(),
                issuer(),
                "jazari-registry",
                Instant.now().minusSeconds(600),
                KEYS.getPrivate());
    }

    /** A token made for another service. */
    public static String forAnotherAudience() {
        return sign(
                "root-admin",
                Set.of("network-admin"),
                Map.of(),
                issuer(),
                "another-service",
                Instant.now().plusSeconds(300),
                KEYS.getPrivate());
    }

    /** A token signed with a key that is not the realm's. */
    public static String badlySigned() {
        try {
            var foreign = KeyUtils.generateKeyPair(2048).getPrivate();
            return sign(
                    "root-admin",
                    Set.of("network-admin"),
                    Map.of(),
                    issuer(),
                    "jazari-registry",
                    Instant.now().plusSeconds(300),
                    foreign);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(
            String name,
            Set<String> roles,
            Map<String, ?> claims,
            String issuer,
            String audience,
            Instant expires,
            PrivateKey key) {
        var token = Jwt.claims()
                .issuer(issuer)
                .audience(audience)
                .subject("sub-of-" + name)
                .claim("preferred_username", name)
                .claim("realm_access", Map.of("roles", List.copyOf(roles)))
                .claim("typ", "Bearer")
                .issuedAt(expires.minusSeconds(300))
                .expiresAt(expires);
        claims.forEach(token::claim);
        return token.jws().keyId(KEY_ID).algorithm(SignatureAlgorithm.RS256).sign(key);
    }

    private static String issuer() {
        return ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class);
    }

    /** The JSON Web Key Set that verifies the tokens. */
    static String keys() {
        var key = (RSAPublicKey) KEYS.getPublic();
        return """
                {"keys": [{"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "%s", "n": "%s", "e": "%s"}]}
                """
                .formatted(
                        KEY_ID,
                        base64(key.getModulus().toByteArray()),
                        base64(key.getPublicExponent().toByteArray()));
    }

    private static String base64(byte[] number) {
        int sign = number[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(number, sign, number.length));
    }

    // From files and not made anew: the test resource and the tests see this class through different class loaders.
    private static KeyPair readKeys() {
        try {
            return new KeyPair(
                    KeyUtils.decodePublicKey(read("public.pem")), KeyUtils.decodePrivateKey(read("private.pem")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the test keys cannot be read", e);
        }
    }

    private static String read(String name) {
        try (InputStream file = Tokens.class.getResourceAsStream("/test-keys/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
