package ma.jazari.partnerships.partykey;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What parties sign with (RFC 7518, RFC 8037). Each is one type of key, so that the key says how it is used. */
enum SigningAlgorithm {
    ES256("ES256", "EC", "P-256"),
    EDDSA("EdDSA", "OKP", "Ed25519"),
    PS256("PS256", "RSA", null);

    private final String jwaName;
    private final String keyType;
    private final @Nullable String curve;

    SigningAlgorithm(String jwaName, String keyType, @Nullable String curve) {
        this.jwaName = jwaName;
        this.keyType = keyType;
        this.curve = curve;
    }

    static Optional<SigningAlgorithm> ofName(String jwaName) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.jwaName.equals(jwaName))
                .findFirst();
    }

    static Optional<SigningAlgorithm> ofKeyType(String keyType) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.keyType.equals(keyType))
                .findFirst();
    }

    /** All of them, for people. */
    static String names() {
        return Arrays.stream(values()).map(SigningAlgorithm::jwaName).collect(Collectors.joining(", "));
    }

    /** As {@code alg} names it. */
    String jwaName() {
        return jwaName;
    }

    /** As {@code kty} names it. */
    String keyType() {
        return keyType;
    }

    /** As {@code crv} names it; null for keys that lie on none. */
    @Nullable String curve() {
        return curve;
    }

    /** The members of a JWK that hold its numbers. */
    List<String> numbers() {
        return switch (this) {
            case ES256 -> List.of("x", "y");
            case EDDSA -> List.of("x");
            case PS256 -> List.of("n", "e");
        };
    }
}
