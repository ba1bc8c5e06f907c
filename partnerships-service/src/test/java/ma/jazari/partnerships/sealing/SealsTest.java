package ma.jazari.partnerships.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealsTest {

    private static final byte[] SECRET = "what messages are signed with".getBytes(UTF_8);
    private static final String SUBJECT = "webhook 1 key 1";

    @Test
    void opens_what_it_sealed() {
        var seals = seals(key("one", 1));

        var sealed = seals.seal(SECRET, SUBJECT);

        assertThat(sealed.keyId()).isEqualTo("one");
        assertThat(Base64.getDecoder().decode(sealed.text())).hasSize(12 + SECRET.length + 16);
        assertThat(seals.open(sealed, SUBJECT)).isEqualTo(SECRET);
    }

    @Test
    void seals_the_same_secret_differently_each_time() {
        var seals = seals(key("one", 1));

        assertThat(seals.seal(SECRET, SUBJECT)).isNotEqualTo(seals.seal(SECRET, SUBJECT));
    }

    @Test
    void opens_with_an_earlier_key_and_seals_with_the_first() {
        var earlier = seals(key("one", 1)).seal(SECRET, SUBJECT);
        var seals = seals(key("two", 2), key("one", 1));

        assertThat(seals.open(earlier, SUBJECT)).isEqualTo(SECRET);
        assertThat(seals.seal(SECRET, SUBJECT).keyId()).isEqualTo("two");
    }

    @Test
    void opens_a_secret_for_no_other_subject() {
        var seals = seals(key("one", 1));
        var sealed = seals.seal(SECRET, SUBJECT);

        assertThatIllegalStateException().isThrownBy(() -> seals.open(sealed, "webhook 2 key 1"));
    }

    @Test
    void opens_nothing_that_was_altered_or_sealed_with_another_key() {
        var sealed = seals(key("one", 1)).seal(SECRET, SUBJECT);
        var bytes = Base64.getDecoder().decode(sealed.text());
        bytes[bytes.length / 2] ^= 1;
        var altered = new Sealed("one", Base64.getEncoder().encodeToString(bytes));

        assertThatIllegalStateException().isThrownBy(() -> seals(key("one", 1)).open(altered, SUBJECT));
        assertThatIllegalStateException().isThrownBy(() -> seals(key("one", 2)).open(sealed, SUBJECT));
        assertThatIllegalStateException()
                .isThrownBy(() -> seals(key("one", 1)).open(new Sealed("one", "AAAA"), SUBJECT));
    }

    @Test
    void names_the_key_that_is_missing() {
        var sealed = seals(key("one", 1)).seal(SECRET, SUBJECT);

        assertThatIllegalStateException()
                .isThrownBy(() -> seals(key("two", 2)).open(sealed, SUBJECT))
                .withMessageContaining("the key one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one", "one:", ":AAAA", "one:AAAA", "one two:AAAA", "one:not base64"})
    void takes_no_key_that_is_none_and_does_not_show_it(String written) {
        assertThatIllegalStateException()
                .isThrownBy(() -> seals(key("zero", 0), written))
                .withMessageContaining("place 2")
                .withMessageContaining("openssl rand -base64 32")
                .withMessageNotContaining("AAAA");
    }

    @Test
    void takes_no_two_keys_with_one_id() {
        assertThatIllegalStateException().isThrownBy(() -> seals(key("one", 1), key("one", 2)));
    }

    @Test
    void has_a_key_for_tests_and_none_in_production() throws IOException {
        assertThat(seals(configured("test")).currentKey()).isEqualTo("development");
        assertThatIllegalStateException()
                .isThrownBy(() -> seals(configured("prod")))
                .withMessageContaining("jazari.sealing.keys");
    }

    private static String[] configured(String profile) throws IOException {
        var properties = Objects.requireNonNull(SealsTest.class.getResource("/application.properties"));
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withProfile(profile)
                .withSources(new PropertiesConfigSource(properties))
                .withMapping(SealingConfig.class)
                .withValidateUnknown(false)
                .build();
        return config.getConfigMapping(SealingConfig.class)
                .keys()
                .orElse(List.of())
                .toArray(String[]::new);
    }

    private static Seals seals(String... keys) {
        return new Seals(() -> keys.length == 0 ? Optional.empty() : Optional.of(List.of(keys)));
    }

    private static String key(String id, int first) {
        var bytes = new byte[32];
        bytes[0] = (byte) first;
        return id + ":" + Base64.getEncoder().encodeToString(bytes);
    }
}
