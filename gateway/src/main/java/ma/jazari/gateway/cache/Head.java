package ma.jazari.gateway.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import ma.jazari.platform.http.IfNoneMatch;
import org.jspecify.annotations.Nullable;

/** What a service says of its answer. */
record Head(int status, MultiMap headers) {

    private static final int OK = 200;
    private static final int LINE = 100;
    private static final String MAX_AGE = "max-age=";
    private static final String EVENT_STREAM = "text/event-stream";
    private static final List<String> FOR_ONE = List.of("private", "no-store", "no-cache");

    /** For how long the answer may be given to others; empty if it may not. */
    Optional<Duration> lifetime() {
        var control = words(HttpHeaders.CACHE_CONTROL);
        boolean forAll = status == OK
                && control.contains("public")
                && control.stream().noneMatch(FOR_ONE::contains)
                && !headers.contains(HttpHeaders.SET_COOKIE)
                && !isStream()
                && Key.covers(words(HttpHeaders.VARY).stream());
        return forAll ? maxAge(control.stream()) : Optional.empty();
    }

    private boolean isStream() {
        var type = headers.get(HttpHeaders.CONTENT_TYPE);
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(EVENT_STREAM);
    }

    private static Optional<Duration> maxAge(Stream<String> control) {
        return control.filter(word -> word.matches(MAX_AGE + "[1-9][0-9]{0,5}"))
                .map(word -> Duration.ofSeconds(Long.parseLong(word.substring(MAX_AGE.length()))))
                .findFirst();
    }

    /** How many bytes are announced; 0 if that is not said. */
    long length() {
        var length = headers.get(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length.trim());
    }

    /** How many bytes of memory it takes, roughly. */
    int bytes() {
        return headers.entries().stream()
                .mapToInt(
                        line -> LINE + line.getKey().length() + line.getValue().length())
                .sum();
    }

    /** Whether a client that has this has what would be answered. */
    boolean isKnownTo(@Nullable String ifNoneMatch) {
        var etag = headers.get(HttpHeaders.ETAG);
        return status == OK && etag != null && IfNoneMatch.names(ifNoneMatch, etag);
    }

    private List<String> words(CharSequence header) {
        return headers.getAll(header).stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(word -> word.trim().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
