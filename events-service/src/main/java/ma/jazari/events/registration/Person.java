package ma.jazari.events.registration;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person said when registering. Kept apart from the registration, so that it can be erased whole.
 *
 * @param lang of the mails to it, BCP 47
 * @param answers by the keys of the form's questions
 * @param consentedAt null where nothing was asked to be agreed to
 * @param secret what only the person knows, from the link in its mails
 */
record Person(
        String name,
        String email,
        @Nullable String organisation,
        String lang,
        @JsonDeserialize(contentUsing = Answers.Exact.class) Map<String, Object> answers,
        @Nullable Instant consentedAt,
        String secret) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 24;

    static Person of(RegistrationRequest request, String lang, @Nullable Instant consentedAt) {
        return new Person(
                request.name(),
                request.email(),
                request.organisation(),
                Objects.requireNonNullElse(request.lang(), lang),
                Answers.kept(Terms.answers(request)),
                consentedAt,
                randomSecret());
    }

    /** By which it registers. */
    Optional<MailAddress> address() {
        return MailAddress.of(email);
    }

    private static String randomSecret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether the text is the secret; takes as long whether it is or not. */
    boolean knows(@Nullable String text) {
        return text != null && MessageDigest.isEqual(bytes(text), bytes(secret));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Nothing of it belongs into a log. */
    @Override
    public String toString() {
        return "Person";
    }
}
