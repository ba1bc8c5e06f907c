package ma.jazari.platform.start;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a registry must not be started with when others can reach it: secrets that everybody knows, and tokens that somebody
 * on the way could forge. One whose tokens are issued on the machine itself is a laptop's, and may have all of that.
 */
final class SafeSettings {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final List<String> SECRETS = List.of(
            "quarkus.datasource.password",
            "jazari.partner-clients.admin-secret",
            "jazari.institute-administrators.admin-secret");
    private static final String KNOWN_SECRET = "development";
    // The key that the local stack and tests have.
    private static final String KNOWN_KEY = "bm90IGEgc2VjcmV0LCBmb3IgZGV2ZWxvcG1lbnQgISE=";

    private final Function<String, Optional<String>> settings;
    private final List<String> faults = new ArrayList<>();

    private SafeSettings(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    /**
     * What is wrong, a sentence each that names the variable and says what to do.
     *
     * @param settings by their names
     */
    static List<String> faults(Function<String, Optional<String>> settings) {
        var check = new SafeSettings(settings);
        check.tokensAreLookedAt();
        if (!check.isLaptop()) {
            check.issuerIsReachedSafely();
            check.secretsAreSecret();
            check.isNoSandbox();
        }
        return check.faults;
    }

    private void tokensAreLookedAt() {
        if (is("quarkus.oidc.tenant-enabled", "false")) {
            fault("quarkus.oidc.tenant-enabled", "is false: nobody's token would be looked at. Remove it");
        }
    }

    private boolean isLaptop() {
        return THIS_MACHINE.contains(Optional.ofNullable(issuer().getHost()).orElse(""));
    }

    private void issuerIsReachedSafely() {
        if (!"https".equals(issuer().getScheme())) {
            fault(issuerSetting(), "is " + issuer() + ": who is on the way could give out tokens. Use https");
        }
    }

    private void secretsAreSecret() {
        for (var secret : SECRETS) {
            if (is(secret, KNOWN_SECRET)) {
                fault(secret, "is the one of development, which everybody knows. Choose another one");
            }
        }
        if (settings.apply("jazari.sealing.keys")
                .filter(keys -> keys.contains(KNOWN_KEY))
                .isPresent()) {
            fault(
                    "jazari.sealing.keys",
                    "has the key of development, which everybody knows. Make one by: openssl rand -base64 32");
        }
    }

    private void isNoSandbox() {
        if (is("jazari.sandbox.enabled", "true")) {
            fault("jazari.sandbox.enabled", "is true: anybody with an account could move the clock. Remove it");
        }
    }

    private URI issuer() {
        return URI.create(settings.apply(issuerSetting()).orElse(""));
    }

    private String issuerSetting() {
        var issuer = "quarkus.oidc.token.issuer";
        return settings.apply(issuer).isPresent() ? issuer : "quarkus.oidc.auth-server-url";
    }

    private boolean is(String setting, String value) {
        return settings.apply(setting).filter(value::equalsIgnoreCase).isPresent();
    }

    private void fault(String setting, String what) {
        faults.add(setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT) + " " + what + ".");
    }
}
