package ma.jazari.platform.test;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's clock in every service under test; a test may put it forward, and then lets it come back. */
@Alternative
@Priority(1)
@Singleton
public final class LaterClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    public void putForward(Duration more) {
        ahead = ahead.plus(more);
    }

    public void comeBack() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
