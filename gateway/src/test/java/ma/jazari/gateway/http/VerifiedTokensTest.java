package ma.jazari.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private static final Instant END = Instant.parse("2026-11-28T10:00:00Z");
    private static final VerifiedToken VERIFIED = new VerifiedToken("partner-demo", "4d3c2b1a", END);

    private Instant now = END.minusSeconds(60);
    private final Clock clock = clock();
    private final VerifiedTokens tokens = new VerifiedTokens(100, clock);

    // An InstantSource of one method: the current instant.
    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    @Test
    void remembers_a_token_until_it_expires_and_no_longer() {
        tokens.keep("a.b.c", VERIFIED);

        now = END.minusMillis(1);
        assertThat(tokens.find("a.b.c")).contains(VERIFIED);
        now = END;
        assertThat(tokens.find("a.b.c")).isEmpty();
    }

    @Test
    void takes_no_token_for_another() {
        tokens.keep("a.b.c", VERIFIED);

        assertThat(tokens.find("a.b.d")).isEmpty();
        assertThat(tokens.find("a.b.c.")).isEmpty();
        assertThat(tokens.find("A.B.C")).isEmpty();
    }

    @Test
    void remembers_only_so_many() {
        IntStream.range(0, 10_000).forEach(i -> tokens.keep("token " + i, VERIFIED));

        assertThat(tokens.size()).isBetween(1L, 100L);
    }
}
