package ma.jazari.gateway.network;

import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A client that sends exactly what it is told to and shows exactly what comes back. */
public final class RawHttp implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final InputStream in;

    public RawHttp() throws IOException {
        this(new Socket());
    }

    /** One whose system takes so many bytes before it reads them. */
    public RawHttp(int receivedBytes) throws IOException {
        this(receiving(receivedBytes));
    }

    private RawHttp(Socket unconnected) throws IOException {
        socket = unconnected;
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    private static Socket receiving(int bytes) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(bytes);
        return socket;
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
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** What comes up to and with this text. */
    public String until(String text) throws IOException {
        var seen = new StringBuilder();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (seen.indexOf(text, Math.max(0, seen.length() - text.length())) < 0) {
            if (System.nanoTime() > end) {
                throw new IOException("no \"" + text + "\" in " + seen);
            }
            int next = in.read();
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
            int read = in.read(piece);
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
