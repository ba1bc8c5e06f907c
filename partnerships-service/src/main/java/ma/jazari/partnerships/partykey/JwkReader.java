package ma.jazari.partnerships.partykey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import ma.jazari.platform.problem.Violations;

/** Reads one JWK (RFC 7517) of a request, and says all that is wrong with it. */
final class JwkReader {

    private static final Set<String> PRIVATE = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");
    private static final Set<String> COMMON = Set.of("kid", "kty", "alg", "use");
    private static final Pattern KID = Pattern.compile("(?!\\.+$)[A-Za-z0-9._~:@=-]{1,200}");

    private final ObjectNode jwk;
    private final String pointer;
    private final Violations violations;

    private JwkReader(ObjectNode jwk, String pointer, Violations violations) {
        this.jwk = jwk;
        this.pointer = pointer;
        this.violations = violations;
    }

    /** The key; empty if something is wrong with it, which is added to the violations then. */
    static Optional<SigningKey> read(JsonNode jwk, String pointer, Violations violations) {
        if (jwk instanceof ObjectNode object) {
            return new JwkReader(object, pointer, violations).read();
        }
        violations.add(pointer, "must be an object, a JSON Web Key (RFC 7517)");
        return Optional.empty();
    }

    private Optional<SigningKey> read() {
        int before = violations.all().size();
        refusePrivate();
        var kid = kid();
        var algorithm = algorithm();
        algorithm.ifPresent(this::refuseUnknown);
        mustBe("use", SigningKey.USE);
        var numbers = algorithm.flatMap(this::numbers);
        if (violations.all().size() > before) {
            return Optional.empty();
        }
        return Optional.of(new SigningKey(kid.orElseThrow(), algorithm.orElseThrow(), numbers.orElseThrow()));
    }

    private void refusePrivate() {
        for (var name : new TreeSet<>(PRIVATE)) {
            if (jwk.hasNonNull(name)) {
                violations.add(
                        at(name),
                        "is private key material, which nobody else must ever see: "
                                + "consider this key compromised, and publish another one");
            }
        }
    }

    private void refuseUnknown(SigningAlgorithm algorithm) {
        var known = new TreeSet<>(COMMON);
        known.addAll(algorithm.numbers());
        if (algorithm.curve() != null) {
            known.add("crv");
        }
        jwk.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name) && !PRIVATE.contains(name) && jwk.hasNonNull(name)) {
                violations.add(at(name), "is unknown or read-only; a key of this type has " + known);
            }
        });
    }

    private Optional<String> kid() {
        var kid = jwk.path("kid");
        if (kid.isTextual() && KID.matcher(kid.textValue()).matches()) {
            return Optional.of(kid.textValue());
        }
        violations.add(at("kid"), "is required: 1 to 200 letters, digits and . _ ~ : @ = - that name the key");
        return Optional.empty();
    }

    private Optional<SigningAlgorithm> algorithm() {
        var keyType = jwk.path("kty");
        var algorithm = SigningAlgorithm.ofKeyType(keyType.asText());
        if (!keyType.isTextual() || algorithm.isEmpty()) {
            violations.add(
                    at("kty"),
                    "must be EC (with crv P-256), OKP (with crv Ed25519) or RSA (of 2048 to 4096 bits)"
                            + (keyType.asText().equals("oct") ? "; what is symmetric signs for nobody alone" : ""));
            return Optional.empty();
        }
        mustBe("alg", algorithm.get().jwaName());
        return algorithm;
    }

    /** The members that make up the key; empty if some are wrong. */
    private Optional<Map<String, String>> numbers(SigningAlgorithm algorithm) {
        var material = new TreeMap<>(Map.of("kty", algorithm.keyType()));
        if (algorithm.curve() != null) {
            if (!algorithm.curve().equals(jwk.path("crv").textValue())) {
                violations.add(at("crv"), "must be " + algorithm.curve());
                return Optional.empty();
            }
            material.put("crv", algorithm.curve());
        }
        var numbers = decoded(algorithm.numbers());
        if (numbers.size() < algorithm.numbers().size()) {
            return Optional.empty();
        }
        KeyNumbers.check(algorithm, numbers, pointer, violations);
        numbers.forEach((name, bytes) -> material.put(name, Base64Url.encode(bytes)));
        return Optional.of(material);
    }

    private Map<String, byte[]> decoded(List<String> names) {
        var numbers = new TreeMap<String, byte[]>();
        for (var name : names) {
            Optional.ofNullable(jwk.path(name).textValue())
                    .filter(text -> !text.isEmpty())
                    .flatMap(Base64Url::decode)
                    .ifPresentOrElse(
                            bytes -> numbers.put(name, bytes),
                            () -> violations.add(at(name), "must be base64url without padding"));
        }
        return numbers;
    }

    private void mustBe(String name, String value) {
        if (jwk.hasNonNull(name) && !value.equals(jwk.get(name).textValue())) {
            violations.add(at(name), "must be " + value + " if it is given");
        }
    }

    private String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
