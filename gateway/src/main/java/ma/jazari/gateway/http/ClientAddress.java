package ma.jazari.gateway.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import ma.jazari.gateway.route.GatewayConfig;

/**
 * Where a request comes from. What the connection says, unless it is one of a trusted proxy: then the last address in
 * X-Forwarded-For that is not a trusted proxy's. What stands before it in the line was written by whoever sent the request.
 */
@Singleton
public class ClientAddress {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final int IPV6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;

    private final List<AddressRange> proxies;

    @Inject
    ClientAddress(GatewayConfig config) {
        this(config.trustedProxies().orElse(List.of()));
    }

    private ClientAddress(List<String> proxies) {
        this.proxies = proxies.stream().map(AddressRange::parse).toList();
    }

    static ClientAddress behind(List<String> proxies) {
        return new ClientAddress(proxies);
    }

    /** The address as text, for instance {@code 192.0.2.1}. */
    public String of(HttpServerRequest request) {
        var remote =
                request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
        return remote == null ? "unknown" : of(remote, request.headers().getAll(FORWARDED_FOR));
    }

    String of(String remote, List<String> forwarded) {
        var address = AddressRange.address(remote);
        if (address.isEmpty() || !isProxy(address.get())) {
            return remote;
        }
        var last = address.get();
        for (var hop : hops(forwarded)) {
            var named = AddressRange.address(hop);
            if (named.isEmpty()) {
                break;
            }
            last = named.get();
            if (!isProxy(last)) {
                break;
            }
        }
        return last.getHostAddress();
    }

    /** From the nearest to the farthest. */
    private static List<String> hops(List<String> forwarded) {
        return forwarded.stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::trim)
                .toList()
                .reversed();
    }

    private boolean isProxy(InetAddress address) {
        return proxies.stream().anyMatch(range -> range.contains(address));
    }

    /** The part of it that one subscriber has: all of an IPv4 address, the first half of an IPv6 address. */
    public static String subscriber(String address) {
        return AddressRange.address(address).map(ClientAddress::network).orElse(address);
    }

    private static String network(InetAddress address) {
        var bytes = address.getAddress();
        return bytes.length == IPV6_BYTES
                ? HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES) + "/64"
                : address.getHostAddress();
    }
}
