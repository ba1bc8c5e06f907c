package ma.jazari.partnerships.webhooksigning;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A message as Standard Webhooks 1.0 sends it.
 *
 * @param id the {@code webhook-id}: the same however often it is sent
 * @param timestamp the {@code webhook-timestamp}: seconds since 1970 of this attempt
 * @param signature the {@code webhook-signature}: one for each key, with blanks between them
 * @param body the very text that was signed; it goes out as UTF-8
 */
public record SignedMessage(String id, long timestamp, String signature, String body) {

    /**
     * Signs {@code id.timestamp.body} with each of the keys.
     *
     * @param id without full stops, which separate the parts
     */
    public static SignedMessage of(String id, Instant at, String body, List<SigningKey> keys) {
        var text = (id + "." + at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
        return new SignedMessage(
                id,
                at.getEpochSecond(),
                keys.stream().map(key -> key.sign(text)).collect(Collectors.joining(" ")),
                body);
    }
}
