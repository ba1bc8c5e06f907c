package ma.jazari.gateway.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/** The tokens that were verified, by their digests, until they expire. So many at most; others are verified again. */
final class VerifiedTokens {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Clock clock;
    private final Cache<String, VerifiedToken> kept;

    VerifiedTokens(int most, Clock clock) {
        this.clock = clock;
        this.kept = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(LONGEST)
                .build();
    }

    Optional<VerifiedToken> find(String token) {
        return Optional.ofNullable(kept.getIfPresent(digest(token)))
                .filter(verified -> verified.expires().isAfter(clock.instant()));
    }

    void keep(String token, VerifiedToken verified) {
        kept.put(digest(token), verified);
    }

    long size() {
        kept.cleanUp();
        return kept.estimatedSize();
    }

    private static String digest(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
