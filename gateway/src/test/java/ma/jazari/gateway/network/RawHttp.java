package ma.jazari.gateway.network;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that sends exactly what it is told to and shows exactly what comes back. */
public final class RawHttp implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;

    public RawHttp() throws IOException {
        socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** The whole answer to a request that asks for the connection to be closed. */
    public static String exchange(String request) throws IOException {
        try (var http = new RawHttp()) {
            http.send(request);
            return http.rest();
        }
    }

    public RawHttp send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    public RawHttp send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** What comes until the other side closes. */
    public String rest() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** What comes up to and with this text. */
    public String until(String text) throws IOException {
        var seen = new StringBuilder();
        while (seen.indexOf(text) < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("closed after: " + seen);
            }
            seen.append((char) next);
        }
        return seen.toString();
    }

    /** How many bytes come, from now to the end or to this many. */
    public long count(long most) throws IOException {
        var piece = new byte[64 * 1024];
        long total = 0;
        while (total < most) {
            int read = socket.getInputStream().read(piece);
            if (read < 0) {
                return total;
            }
            total += read;
        }
        return total;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
