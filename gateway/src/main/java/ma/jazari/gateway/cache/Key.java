package ma.jazari.gateway.cache;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All of a question that its answer may depend on, where it is asked without a token. */
record Key(String uri, String accept, String language, String encoding) {

    private static final Set<String> COVERED = Set.of("accept", "accept-language", "accept-encoding", "authorization");

    static Key of(HttpServerRequest request) {
        var query = request.query();
        return new Key(
                query == null ? request.path() : request.path() + "?" + query,
                all(request, HttpHeaders.ACCEPT),
                all(request, HttpHeaders.ACCEPT_LANGUAGE),
                all(request, HttpHeaders.ACCEPT_ENCODING));
    }

    private static String all(HttpServerRequest request, CharSequence header) {
        return String.join(",", request.headers().getAll(header));
    }

    /** Whether answers that differ by these headers have different keys. */
    static boolean covers(Stream<String> vary) {
        return COVERED.containsAll(vary.collect(Collectors.toSet()));
    }

    int length() {
        return uri.length() + accept.length() + language.length() + encoding.length();
    }
}
