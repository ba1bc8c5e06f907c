package ma.jazari.events.registration;

import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

/** The system's clock, put forward. */
@Alternative
@Singleton
public class LaterClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    public void putForward(Duration more) {
        ahead = ahead.plus(more);
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

    /** Runs the service by it, with queues short enough to be filled. */
    public static class Profile implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(LaterClock.class);
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("jazari.registrations.queue-at-least", "100", "jazari.registrations.queue-per-place", "2");
        }
    }
}
