package ma.jazari.events.registration;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Runs the service with queues short enough to be filled, and alone, so that tests may put its clock forward. */
public class ShortQueues implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("jazari.registrations.queue-at-least", "100", "jazari.registrations.queue-per-place", "2");
    }
}
