package ma.jazari.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How many requests there may be. */
@ConfigMapping(prefix = "jazari.gateway.rates")
public interface RateConfig {

    /** In which time; a window begins with its first request. */
    @WithDefault("60S")
    Duration window();

    Anonymous anonymous();

    Client client();

    /** For the clients with these ids, what differs. */
    Map<String, Agreed> clients();

    /** Requests for pages such as /docs and /openapi.yaml, by address. */
    @WithDefault("600")
    int pages();

    /** How many addresses are remembered; the one that was idle longest is forgotten first. */
    @WithDefault("50000")
    int addressesKept();

    @WithDefault("10000")
    int clientsKept();

    Redis redis();

    /** Where several gateways count together. */
    interface Redis {

        /** Of Valkey or Redis: {@code redis://host:6379}. Without it each gateway counts for itself. */
        Optional<String> url();

        /** How long a request waits for it; then it is counted in memory. */
        @WithDefault("50ms")
        Duration timeout();
    }

    /** Without a token, by address. */
    interface Anonymous {

        /** All requests. */
        @WithName("default")
        @WithDefault("120")
        int all();

        /** Those among them that change something. */
        @WithDefault("60")
        int write();

        /** Those among them that bring records in bulk. */
        @WithName("import")
        @WithDefault("6")
        int bulk();
    }

    /** With a token, by client and, where people use it, by person. */
    interface Client {

        @WithName("default")
        @WithDefault("1200")
        int all();

        @WithDefault("600")
        int write();

        @WithName("import")
        @WithDefault("60")
        int bulk();
    }

    /** What one client has instead. */
    interface Agreed {

        @WithName("default")
        Optional<Integer> all();

        Optional<Integer> write();

        @WithName("import")
        Optional<Integer> bulk();
    }
}
