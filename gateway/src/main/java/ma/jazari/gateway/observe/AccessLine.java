package ma.jazari.gateway.observe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import ma.jazari.platform.http.RequestId;

/** A request as a line of JSON. It has no query, which may hold the key of a link, no headers and no body. */
final class AccessLine {

    private static final double NANOS_OF_A_MILLI = 1_000_000;

    private AccessLine() {}

    static String of(Finished finished, String address, Instant now) {
        var request = finished.context().request();
        var response = finished.context().response();
        var line = JsonNodeFactory.instance
                .objectNode()
                .put("log", "access")
                .put("timestamp", now.toString())
                .put("method", request.method().name())
                .put("path", request.path())
                .put("route", finished.route())
                .put("kind", finished.kind())
                .put("client", finished.client())
                .put("address", address)
                .put("status", finished.status())
                .put("outcome", finished.outcome())
                .put("bytesIn", request.bytesRead())
                .put("bytesOut", response.bytesWritten())
                .put("millis", finished.nanos() / NANOS_OF_A_MILLI)
                .put("requestId", RequestId.of(finished.context()));
        if (finished.problem() != null) {
            line.put("problem", finished.problem());
        }
        if (finished.trace().isValid()) {
            line.put("traceId", finished.trace().getTraceId());
        }
        return line.toString();
    }
}
