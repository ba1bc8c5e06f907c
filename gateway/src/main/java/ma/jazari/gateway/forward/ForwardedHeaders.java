package ma.jazari.gateway.forward;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which header lines go from one side of the gateway to the other. */
public final class ForwardedHeaders {

    // RFC 9110 7.6.1, with those that its predecessors named.
    private static final Set<String> OF_ONE_CONNECTION = Set.of(
            "connection",
            "expect",
            "http2-settings",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authentication-info",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");
    // Said by the gateway itself, of what it sees; the trace context is the client's, continued.
    private static final Set<String> OURS = Set.of(
            "baggage",
            "content-length",
            "forwarded",
            "host",
            "traceparent",
            "tracestate",
            "via",
            "x-real-ip",
            "x-request-id");
    // Claims of who the caller is or where it is. Only the token says that here.
    private static final Set<String> CLAIMS = Set.of(
            "cf-connecting-ip",
            "client-ip",
            "fastly-client-ip",
            "from",
            "remote-addr",
            "true-client-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "x-original-url",
            "x-rewrite-url");
    private static final List<String> CLAIM_PREFIXES = List.of(
            "cf-access-",
            "client-cert",
            "oidc-",
            "remote-user",
            "ssl-client-",
            "x-amzn-oidc-",
            "x-auth-",
            "x-authenticated-",
            "x-client-cert",
            "x-client-dn",
            "x-client-verify",
            "x-consumer-",
            "x-credential-",
            "x-forwarded-",
            "x-goog-authenticated-",
            "x-goog-iap-",
            "x-id-token",
            "x-jazari-",
            "x-jwt-",
            "x-ms-client-principal",
            "x-original-",
            "x-remote-",
            "x-roles",
            "x-ssl-",
            "x-token-",
            "x-user",
            "x-userinfo",
            "x-webauth-");
    // The gateway's own CORS, request id, limits and security answer for the whole registry.
    private static final Set<String> NOT_FROM_SERVICES =
            Set.of("server", "x-request-id", "x-powered-by", "alt-svc", "ratelimit", "ratelimit-policy");
    private static final String CORS = "access-control-";

    private ForwardedHeaders() {}

    /** What a service gets to see of the client's headers, and what the gateway says of the client. */
    public static MultiMap toUpstream(HttpServerRequest request, @Nullable String requestId) {
        var given = request.headers();
        var named = namedByConnection(given);
        var headers = HttpHeaders.headers();
        given.forEach(line -> {
            var name = plain(line.getKey());
            if (!OF_ONE_CONNECTION.contains(name) && !named.contains(name) && !isClaim(name) && !OURS.contains(name)) {
                headers.add(line.getKey(), line.getValue());
            }
        });
        describeClient(request, headers);
        if (requestId != null) {
            headers.set("X-Request-Id", requestId);
        }
        return headers;
    }

    /** What a client gets to see of a service's headers. */
    static MultiMap toClient(MultiMap given) {
        var named = namedByConnection(given);
        var headers = HttpHeaders.headers();
        given.names().stream()
                .filter(name -> isForClient(plain(name), named))
                .forEach(name -> headers.set(name, given.getAll(name)));
        return headers;
    }

    private static boolean isForClient(String name, Set<String> named) {
        return !OF_ONE_CONNECTION.contains(name)
                && !named.contains(name)
                && !NOT_FROM_SERVICES.contains(name)
                && !name.startsWith(CORS);
    }

    // Some servers read "_" as "-", so a claim may hide behind it.
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean isClaim(String name) {
        return CLAIMS.contains(name) || CLAIM_PREFIXES.stream().anyMatch(name::startsWith);
    }

    private static Set<String> namedByConnection(MultiMap headers) {
        return headers.getAll(HttpHeaders.CONNECTION).stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(name -> plain(name.trim()))
                .collect(Collectors.toSet());
    }

    private static void describeClient(HttpServerRequest request, MultiMap headers) {
        var address = request.remoteAddress().hostAddress();
        var node = address.contains(":") ? "\"[" + address + "]\"" : address;
        var forwarded = new StringBuilder("for=").append(node).append(";proto=").append(request.scheme());
        headers.set("X-Forwarded-For", address);
        headers.set("X-Forwarded-Proto", String.valueOf(request.scheme()));
        var authority = request.authority();
        if (authority != null) {
            headers.set("X-Forwarded-Host", authority.toString());
            forwarded.append(";host=\"").append(authority).append('"');
        }
        headers.set("Forwarded", forwarded.toString());
    }
}
