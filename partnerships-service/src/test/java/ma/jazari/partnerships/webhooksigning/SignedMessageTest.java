package ma.jazari.partnerships.webhooksigning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signatures, as the library of the standard and another implementation of Ed25519 see them. */
class SignedMessageTest {

    private static final String BODY = "{\"type\":\"institute.activated\",\"data\":{\"name\":\"فاس\"}}";

    @Test
    void signs_as_the_standard_does() {
        // From the specification's own test of its libraries.
        var key = new HmacKey(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

        var message = SignedMessage.of(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1614265330),
                "{\"test\": 2432232314}",
                List.of(key));

        assertThat(message.signature()).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void is_verified_by_the_library_of_the_standard() throws Exception {
        var key = HmacKey.generate();
        var message = SignedMessage.of("0198-1", Instant.now(), BODY, List.of(key));
        var library = new Webhook(key.sharedSecret());

        library.verify(BODY, headers(message));

        assertThatThrownBy(() -> library.verify(BODY + " ", headers(message)))
                .isInstanceOf(WebhookVerificationException.class);
        assertThat(key.sharedSecret()).startsWith("whsec_");
        assertThat(key.shownPublicKey()).isNull();
    }

    @Test
    void is_verified_with_the_old_secret_and_the_new_one_while_both_sign() throws Exception {
        var old = HmacKey.generate();
        var current = HmacKey.generate();

        var message = SignedMessage.of("0198-2", Instant.now(), BODY, List.of(current, old));

        new Webhook(old.sharedSecret()).verify(BODY, headers(message));
        new Webhook(current.sharedSecret()).verify(BODY, headers(message));
        assertThat(message.signature()).matches("v1,\\S+ v1,\\S+");
    }

    @Test
    void is_verified_by_anybody_with_the_public_key() throws Exception {
        for (int i = 0; i < 20; i++) {
            var key = Ed25519Key.generate();
            var message = SignedMessage.of("0198-3", Instant.ofEpochSecond(1_800_000_000), BODY, List.of(key));

            assertThat(Ed25519Verifier.verifies(key.shownPublicKey(), message.signature(), "0198-3.1800000000." + BODY))
                    .isTrue();
            assertThat(Ed25519Verifier.verifies(key.shownPublicKey(), message.signature(), "0198-3.1800000001." + BODY))
                    .isFalse();
        }
    }

    @Test
    void signs_with_a_key_that_was_kept_as_with_itself() {
        for (var scheme : SignatureScheme.values()) {
            var key = scheme.newKey();
            var text = BODY.getBytes(UTF_8);

            assertThat(scheme.key(key.secret(), key.publicKey()).sign(text)).isEqualTo(key.sign(text));
        }
    }

    private static Map<String, List<String>> headers(SignedMessage message) {
        return Map.of(
                "webhook-id", List.of(message.id()),
                "webhook-timestamp", List.of(String.valueOf(message.timestamp())),
                "webhook-signature", List.of(message.signature()));
    }
}
