package ma.jazari.gateway.network;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The two documents that the gateway reads of Keycloak, and tokens good and bad. */
public final class FakeKeycloak implements AutoCloseable {

    private static final String REALM = "/realms/jazari";
    private static final String CERTS = REALM + "/protocol/openid-connect/certs";

    private volatile KeyPair key = newKey();
    private volatile String keyId = "known";
    private final KeyPair foreign = newKey();
    private final HttpServer server;
    private volatile boolean down;

    FakeKeycloak() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(REALM + "/.well-known/openid-configuration", exchange -> answer(exchange, discovery()));
        server.createContext(CERTS, exchange -> answer(exchange, certs()));
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + REALM;
    }

    /** Makes it fail, or work again. */
    public void down(boolean now) {
        down = now;
    }

    /** Signs with another key from now on, and publishes that one alone. */
    public void rotate() {
        key = newKey();
        keyId = "next";
    }

    public String token() {
        return token(url(), "jazari-registry", Duration.ofMinutes(5), keyId, key);
    }

    /** Of the system with this client id. */
    public String tokenOf(String client) {
        return token(url(), "jazari-registry", Duration.ofMinutes(5), keyId, key, client);
    }

    /** One that is good for so long. */
    public String tokenFor(Duration life) {
        return token(url(), "jazari-registry", life, keyId, key);
    }

    public String expired() {
        return token(url(), "jazari-registry", Duration.ofMinutes(-5), keyId, key);
    }

    public String forSomebodyElse() {
        return token(url(), "another-api", Duration.ofMinutes(5), keyId, key);
    }

    public String fromSomebodyElse() {
        return token(
                "https://elsewhere.example.org/realms/jazari", "jazari-registry", Duration.ofMinutes(5), keyId, key);
    }

    public String signedByAnother() {
        return token(url(), "jazari-registry", Duration.ofMinutes(5), "known", foreign);
    }

    public String withAnUnknownKey() {
        return token(url(), "jazari-registry", Duration.ofMinutes(5), "unknown", foreign);
    }

    /** Header and claims of a good token, without a signature. */
    public String unsigned() {
        var header = Json.write(Map.of("alg", "none", "typ", "JWT"));
        return base64(header.getBytes(StandardCharsets.UTF_8)) + "." + token().split("\\.", -1)[1] + ".";
    }

    private static String token(String issuer, String audience, Duration life, String keyId, KeyPair key) {
        return token(issuer, audience, life, keyId, key, "jazari-web");
    }

    private static String token(
            String issuer, String audience, Duration life, String keyId, KeyPair key, String client) {
        var expires = Instant.now().plus(life);
        return Jwt.subject("4d3c2b1a")
                .claim("azp", client)
                .issuer(issuer)
                .audience(audience)
                .groups(Set.of("network-admin"))
                .issuedAt(expires.minus(Duration.ofMinutes(10)))
                .expiresAt(expires)
                .jws()
                .keyId(keyId)
                .sign(key.getPrivate());
    }

    private Map<String, Object> discovery() {
        return Map.of(
                "issuer", url(),
                "jwks_uri", url().replace(REALM, CERTS),
                "token_endpoint", url() + "/protocol/openid-connect/token");
    }

    private Map<String, Object> certs() {
        var rsa = (RSAPublicKey) key.getPublic();
        var known = Map.of(
                "kty",
                "RSA",
                "use",
                "sig",
                "alg",
                "RS256",
                "kid",
                keyId,
                "n",
                base64(rsa.getModulus().toByteArray()),
                "e",
                base64(rsa.getPublicExponent().toByteArray()));
        return Map.of("keys", List.of(known));
    }

    private void answer(HttpExchange exchange, Map<String, Object> json) throws IOException {
        try (exchange) {
            if (!down) {
                var bytes = Json.write(json).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private static KeyPair newKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
