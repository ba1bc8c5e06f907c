package ma.jazari.partnerships.webhooktarget;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Says whether a webhook may lead to an address, when it is made and again for each connection: names are looked up here,
 * and the caller connects to the very address that was found good, so that a name that changes its mind gains nothing.
 */
@Singleton
public class Targets {

    private final TargetConfig config;
    private final Names names;
    // Threads of the platform: a look-up blocks its carrier, and few virtual threads that do would hold up all others.
    private final ExecutorService lookups = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("webhook-names-", 0).daemon().factory());

    @Inject
    Targets(TargetConfig config) {
        this(config, InetAddress::getAllByName);
    }

    Targets(TargetConfig config, Names names) {
        this.config = config;
        this.names = names;
    }

    void stop(@Observes ShutdownEvent stopping) {
        lookups.shutdownNow();
    }

    /** What speaks against the URL, looked up now; empty if a webhook may lead there. */
    public Optional<String> objection(String url) {
        try {
            var uri = new URI(url);
            var objection = objection(uri);
            if (objection.isEmpty() && !config.allowPrivate()) {
                resolve(uri.getHost());
            }
            return objection;
        } catch (URISyntaxException e) {
            return Optional.of("is not a URL: " + e.getReason());
        } catch (RefusedTarget e) {
            return Optional.of(e.getMessage());
        }
    }

    private Optional<String> objection(URI uri) {
        if (uri.getScheme() == null || uri.getHost() == null || uri.getHost().isEmpty()) {
            return Optional.of("must be an absolute URL with a host in ASCII, such as https://example.org/jazari");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.of("must not have a user or a fragment");
        }
        boolean isAllowed = uri.getScheme().equalsIgnoreCase("https")
                || (config.allowHttp() && uri.getScheme().equalsIgnoreCase("http"));
        return isAllowed ? Optional.empty() : Optional.of("must begin with https://");
    }

    /**
     * An address of the host that may be connected to.
     *
     * @throws RefusedTarget if there is none; one that is not public speaks against all others of its name
     */
    public InetAddress resolve(String host) throws RefusedTarget {
        var addresses = lookUp(host);
        if (!config.allowPrivate()) {
            var refused = Arrays.stream(addresses)
                    .filter(one -> !PublicAddress.is(one))
                    .findFirst();
            if (refused.isPresent()) {
                throw new RefusedTarget("leads to an address that is not public");
            }
        }
        // Any of them: if one is dead, the next attempt may take another.
        return addresses[ThreadLocalRandom.current().nextInt(addresses.length)];
    }

    private InetAddress[] lookUp(String host) throws RefusedTarget {
        var lookup = lookups.submit(() -> names.addresses(host));
        try {
            return lookup.get(config.lookupTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedTarget("could not be looked up");
        } catch (ExecutionException | TimeoutException e) {
            lookup.cancel(true);
            throw new RefusedTarget("has a host that could not be found: " + host);
        }
    }
}
