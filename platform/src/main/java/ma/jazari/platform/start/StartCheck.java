package ma.jazari.platform.start;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.config.Config;

/** Ends the start of a registry that is set up in a way that is not safe. */
@Singleton
class StartCheck {

    private final Config config;

    StartCheck(Config config) {
        this.config = config;
    }

    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent started) {
        if (LaunchMode.current() != LaunchMode.NORMAL) {
            return;
        }
        var faults = SafeSettings.faults(name -> config.getOptionalValue(name, String.class));
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "This is not safe, so nothing is started:\n  " + String.join("\n  ", faults));
        }
    }
}
