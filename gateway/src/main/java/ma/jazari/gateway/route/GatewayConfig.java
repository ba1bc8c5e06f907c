package ma.jazari.gateway.route;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the gateway needs to know of the parts behind it, and what it lets through. */
@ConfigMapping(prefix = "jazari.gateway")
public interface GatewayConfig {

    Upstreams upstreams();

    Limits limits();

    Feed feed();

    Stream stream();

    /** How many verified tokens are remembered until they expire; others are verified each time. */
    @WithDefault("10000")
    int tokensKept();

    /** How often the partnerships service is asked which clients were revoked. */
    @WithDefault("20S")
    Duration revokedClientsEvery();

    /**
     * Proxies in front of the gateway, as addresses or ranges such as {@code 10.0.0.0/8}. Only what they say in
     * X-Forwarded-For is believed.
     */
    Optional<List<String>> trustedProxies();

    /** The services, each under its own name: {@code jazari.gateway.upstreams.institutes.url}. */
    interface Upstreams {

        UpstreamConfig institutes();

        UpstreamConfig partnerships();

        UpstreamConfig events();

        default UpstreamConfig of(Upstream upstream) {
            return switch (upstream) {
                case INSTITUTES -> institutes();
                case PARTNERSHIPS -> partnerships();
                case EVENTS -> events();
            };
        }
    }

    /** One service and the connections to it. */
    interface UpstreamConfig {

        /**
         * Scheme, host and port, of each instance where there are several, separated by commas; the paths are the same on
         * both sides of the gateway.
         */
        List<URI> url();

        /** How long the network may take to connect. */
        @WithDefault("2S")
        Duration connectTimeout();

        /** How long a request may wait for a connection while all are in use. */
        @WithDefault("10S")
        Duration waitTimeout();

        /** How long nothing may move: in the request, before the answer begins, in the answer. */
        @WithDefault("30S")
        Duration responseTimeout();

        /** The same for imports and exports, whose answer may take long to begin. */
        @WithDefault("10M")
        Duration bulkTimeout();

        /** How many requests of a hundred may be sent a second time, beyond the first few. */
        @WithDefault("10")
        int retryPercent();

        Breaker breaker();

        /** Connections to each instance at most; more requests wait for one. */
        @WithDefault("200")
        int connections();

        /** Requests that may wait for a connection; the next one is answered 503 at once. */
        @WithDefault("1000")
        int waiting();

        /** How long a connection is kept for the next request. Shorter than the services keep theirs. */
        @WithDefault("60S")
        Duration keepAlive();
    }

    /** When an instance that fails is left alone. */
    interface Breaker {

        /** After so many failures in a row. */
        @WithDefault("5")
        int failures();

        /** For so long; then one request may show whether it is well again. */
        @WithDefault("5S")
        Duration pause();

        /** How often it is asked meanwhile whether it is ready, which ends the pause. */
        @WithDefault("250MS")
        Duration check();
    }

    /** What a request may bring. */
    interface Limits {

        @WithDefault("2M")
        MemorySize body();

        /** For paths that end in /import. */
        @WithDefault("1G")
        MemorySize importBody();

        /** For paths that end in /attachments or /files. */
        @WithDefault("25M")
        MemorySize attachmentBody();

        /** All header lines together. */
        @WithDefault("32K")
        MemorySize headers();

        /** Requests under way at once; more are turned away. */
        @WithDefault("2000")
        int requests();

        /** Path and query. */
        @WithDefault("8K")
        MemorySize uri();
    }

    /** The change feed over all services. */
    interface Feed {

        /** How long each service has for its page. */
        @WithDefault("5S")
        Duration timeout();
    }

    /** The change feed as a stream. */
    interface Stream {

        /** How often the services are asked whether they have anything new, for all streams together. */
        @WithDefault("300ms")
        Duration pulse();

        /** How often a stream without changes shows that it is alive. */
        @WithDefault("15S")
        Duration ping();

        /** How long a reader may take nothing of what waits for it; then it is cut off. */
        @WithDefault("30S")
        Duration patience();

        /** How many streams there are at most. */
        @WithDefault("10000")
        int most();

        /** How many streams one token, or one address without a token, may have. */
        @WithDefault("100")
        int mostPerCaller();
    }
}
