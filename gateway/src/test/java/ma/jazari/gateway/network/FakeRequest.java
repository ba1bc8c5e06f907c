package ma.jazari.gateway.network;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as a service reads it off the wire. */
record FakeRequest(String method, String uri, List<List<String>> headers) {

    /** Null at the end of the connection. */
    static @Nullable FakeRequest read(InputStream in) throws IOException {
        var first = line(in);
        if (first == null) {
            return null;
        }
        var parts = first.split(" ", -1);
        var headers = new ArrayList<List<String>>();
        for (var line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.add(List.of(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).trim()));
        }
        return new FakeRequest(parts[0], parts[1], headers);
    }

    String path() {
        return uri.replaceFirst("\\?.*", "");
    }

    String behaviour() {
        return path().replaceFirst(".*/", "");
    }

    /** Reads the body to its end and says how long it was. */
    long body(InputStream in) throws IOException {
        if (header("transfer-encoding") != null) {
            return chunks(in);
        }
        var length = header("content-length");
        long bytes = length == null ? 0 : Long.parseLong(length);
        in.skipNBytes(bytes);
        return bytes;
    }

    String json(String service, long body) {
        return Json.write(Map.of("service", service, "method", method, "uri", uri, "headers", headers, "body", body));
    }

    @Nullable String header(String name) {
        return headers.stream()
                .filter(line -> line.getFirst().equals(name))
                .map(List::getLast)
                .findFirst()
                .orElse(null);
    }

    private static long chunks(InputStream in) throws IOException {
        long total = 0;
        while (true) {
            var size = line(in);
            if (size == null) {
                throw new EOFException("cut in mid-body");
            }
            long bytes = Long.parseLong(size, 16);
            in.skipNBytes(bytes);
            line(in);
            if (bytes == 0) {
                return total;
            }
            total += bytes;
        }
    }

    private static @Nullable String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return line.toString().replace("\r", "");
            }
            line.append((char) next);
        }
        return line.isEmpty()
                ? null
                : new String(line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
