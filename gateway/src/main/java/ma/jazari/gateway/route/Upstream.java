package ma.jazari.gateway.route;

import java.util.Locale;

/** The services behind the gateway. */
public enum Upstream {
    INSTITUTES,
    PARTNERSHIPS,
    EVENTS;

    /** The service's name in cursors, logs and problems, for instance {@code institutes-service}. */
    public String serviceName() {
        return name().toLowerCase(Locale.ROOT) + "-service";
    }
}
