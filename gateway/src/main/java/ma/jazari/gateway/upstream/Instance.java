package ma.jazari.gateway.upstream;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** One of the processes that a service runs in. */
final class Instance {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final URI address;
    private final Breaker breaker;
    private final AtomicInteger underWay = new AtomicInteger();

    Instance(URI address, Breaker breaker) {
        this.address = address;
        this.breaker = breaker;
    }

    Breaker breaker() {
        return breaker;
    }

    int underWay() {
        return underWay.get();
    }

    void began() {
        underWay.incrementAndGet();
    }

    void ended() {
        underWay.decrementAndGet();
    }

    String host() {
        return address.getHost();
    }

    int port() {
        int port = address.getPort();
        if (port > 0) {
            return port;
        }
        return isSecure() ? HTTPS : HTTP;
    }

    boolean isSecure() {
        return "https".equals(address.getScheme());
    }

    @Override
    public String toString() {
        return host() + ":" + port();
    }
}
