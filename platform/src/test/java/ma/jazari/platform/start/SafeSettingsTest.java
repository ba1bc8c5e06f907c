package ma.jazari.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeSettingsTest {

    private static final String URL = "quarkus.oidc.auth-server-url";
    private static final String DEVELOPMENT_KEY = "development:bm90IGEgc2VjcmV0LCBmb3IgZGV2ZWxvcG1lbnQgISE=";
    private static final Map<String, String> REAL = Map.of(
            URL,
            "https://auth.jazari.example/realms/jazari",
            "quarkus.datasource.password",
            "x7Rk-2",
            "jazari.partner-clients.admin-secret",
            "y8",
            "jazari.sealing.keys",
            "2026-11:k3m5cGVyaGFwcyBzZWNyZXQgZW5vdWdoIGZvciB0aGlz");

    @Test
    void finds_nothing_where_all_is_well() {
        assertThat(faults(REAL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.oidc.tenant-enabled, false",
        "quarkus.oidc.auth-server-url, http://auth.jazari.example/realms/jazari",
        "quarkus.oidc.token.issuer, http://auth.jazari.example/realms/jazari",
        "quarkus.datasource.password, development",
        "jazari.partner-clients.admin-secret, development",
        "jazari.institute-administrators.admin-secret, development",
        "jazari.sealing.keys, 'mine:YQ==," + DEVELOPMENT_KEY + "'",
        "jazari.sandbox.enabled, true"
    })
    void names_the_variable_that_is_wrong(String setting, String value) {
        assertThat(faults(with(setting, value)))
                .singleElement()
                .asString()
                .startsWith(setting.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_") + " ");
    }

    @Test
    void names_all_that_is_wrong_at_once() {
        var wrong = new HashMap<>(REAL);
        wrong.put(URL, "http://auth.jazari.example/realms/jazari");
        wrong.put("jazari.sandbox.enabled", "true");

        assertThat(faults(wrong)).hasSize(2);
    }

    @Test
    void trusts_an_address_inside_where_tokens_name_a_safe_issuer() {
        var inside = new HashMap<>(REAL);
        inside.put(URL, "http://keycloak:8080/realms/jazari");
        inside.put("quarkus.oidc.token.issuer", "https://auth.jazari.example/realms/jazari");

        assertThat(faults(inside)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8180/realms/jazari", "http://127.0.0.1:8180/realms/jazari"})
    void lets_a_laptop_have_its_own(String issuer) {
        assertThat(faults(
                        Map.of(URL, issuer, "jazari.sandbox.enabled", "true", "jazari.sealing.keys", DEVELOPMENT_KEY)))
                .isEmpty();
        assertThat(faults(Map.of(URL, issuer, "quarkus.oidc.tenant-enabled", "false")))
                .hasSize(1);
    }

    private static Map<String, String> with(String setting, String value) {
        var changed = new HashMap<>(REAL);
        changed.put(setting, value);
        return changed;
    }

    private static List<String> faults(Map<String, String> settings) {
        return SafeSettings.faults(name -> Optional.ofNullable(settings.get(name)));
    }
}
