package ma.jazari.gateway.network;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A service that behaves as the last segment of the path says: well, slowly, or not at all. Speaks HTTP by hand. */
public final class FakeService implements AutoCloseable {

    private static final byte[] PIECE = new byte[64 * 1024];

    private static final String WITH_HEADERS_OF_ITS_CONNECTION =
            """
            HTTP/1.1 200 OK\r
            Connection: X-Internal\r
            X-Internal: 1\r
            Keep-Alive: timeout=5\r
            Server: fake\r
            Access-Control-Allow-Origin: *\r
            ETag: "1"\r
            Link: <a>\r
            Link: <b>\r
            Content-Length: 2\r
            \r
            ok""";

    private static final String MOVED =
            """
            HTTP/1.1 308 Permanent Redirect\r
            Location: /v1/institutes/j00000098?lang=ar\r
            Cache-Control: no-cache\r
            Content-Length: 0\r
            \r
            """;

    private final String name;
    private final int port;
    private final Map<String, String> canned = new ConcurrentHashMap<>();
    private final Set<String> mute = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger toBreakOff = new AtomicInteger();
    private final AtomicInteger abandoned = new AtomicInteger();
    private final AtomicLong written = new AtomicLong();
    private volatile CountDownLatch held = new CountDownLatch(1);
    private volatile @Nullable ServerSocket server;
    private volatile String last = "";

    FakeService(String name) {
        this.name = name;
        this.port = open(0);
    }

    public int port() {
        return port;
    }

    /** How many requests have come in. */
    public int requests() {
        return requests.get();
    }

    /** The last request, as JSON. */
    public String last() {
        return last;
    }

    /** How many connections were made. */
    public int connections() {
        return connections.get();
    }

    /** How many requests were given up while it was at work on them. */
    public int abandoned() {
        return abandoned.get();
    }

    /** How many bytes of bodies have left it. */
    public long written() {
        return written.get();
    }

    /** How many requests have come in for a path. */
    public int requests(String path) {
        var count = asked.get(path);
        return count == null ? 0 : count.get();
    }

    /** What it answers at a path, head and all. */
    public void answers(String path, String status, String contentType, String body) {
        answers(path, status, contentType, body, "");
    }

    /** The same with more header lines, each of which ends its line. */
    public void answers(String path, String status, String contentType, String body, String moreHeaders) {
        mute.remove(path);
        canned.put(
                path,
                "HTTP/1.1 " + status + "\r\nContent-Type: " + contentType + "\r\n" + moreHeaders + "Content-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
    }

    /** Never answers at a path. */
    public void isSilentAt(String path) {
        mute.add(path);
    }

    /** Resets the connection of so many requests, instead of answering. */
    public void breaksOff(int times) {
        toBreakOff.set(times);
    }

    /** Lets the requests with X-Hold go on. */
    public void release() {
        held.countDown();
    }

    public void reset() {
        canned.clear();
        mute.clear();
        asked.clear();
        toBreakOff.set(0);
        requests.set(0);
        connections.set(0);
        abandoned.set(0);
        written.set(0);
        held = new CountDownLatch(1);
        startAgain();
    }

    /** At the same port, if it was closed. */
    public void startAgain() {
        if (server == null) {
            open(port);
        }
    }

    private int open(int wanted) {
        try {
            var socket = new ServerSocket(wanted, 100, InetAddress.getLoopbackAddress());
            server = socket;
            Thread.ofVirtual().start(() -> accept(socket));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Breaks its connections and refuses new ones until it is started again. */
    @Override
    public void close() {
        var socket = server;
        server = null;
        try {
            if (socket != null) {
                socket.close();
            }
            for (var client : open) {
                client.close();
            }
            open.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                connections.incrementAndGet();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var in = new BufferedInputStream(client.getInputStream());
            var out = client.getOutputStream();
            for (var request = FakeRequest.read(in); request != null; request = FakeRequest.read(in)) {
                requests.incrementAndGet();
                asked.computeIfAbsent(request.path(), path -> new AtomicInteger())
                        .incrementAndGet();
                last = request.json(name, 0);
                if (!answer(request, client, in, out)) {
                    return;
                }
            }
        } catch (IOException e) {
            abandoned.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    /** Whether the connection stays open. */
    private boolean answer(FakeRequest request, Socket client, InputStream in, OutputStream out)
            throws IOException, InterruptedException {
        if (toBreakOff.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return reset(client);
        }
        if (mute.contains(request.path())) {
            return silence(in);
        }
        return switch (request.header("x-hold") == null ? request.behaviour() : "held") {
            case "silent" -> silence(in);
            case "reset" -> reset(client);
            case "garbage" -> write(out, "this is not HTTP at all\r\n\r\n", false);
            case "cut" -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nonly this", false);
            case "cut-chunked" ->
                write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nonly this\r\n", false);
            case "stall" -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nonly this", true) && silence(in);
            case "early" -> write(out, "HTTP/1.1 409 Conflict\r\nContent-Length: 2\r\n\r\nno", true) && silence(in);
            case "leave" -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", false);
            case "hop" -> write(out, WITH_HEADERS_OF_ITS_CONNECTION, true);
            case "no-content" -> write(out, "HTTP/1.1 204 No Content\r\nETag: \"1\"\r\n\r\n", true);
            case "moved" -> write(out, MOVED, true);
            case "large" -> large(out);
            case "held" -> {
                held.await();
                yield echo(request, request.body(in), out);
            }
            default -> fixedOrEcho(request, in, out);
        };
    }

    private boolean fixedOrEcho(FakeRequest request, InputStream in, OutputStream out) throws IOException {
        var fixed = canned.get(request.path());
        long body = request.body(in);
        if (fixed == null) {
            return echo(request, body, out);
        }
        int head = fixed.indexOf("\r\n\r\n") + "\r\n\r\n".length();
        return write(out, request.method().equals("HEAD") ? fixed.substring(0, head) : fixed, true);
    }

    private boolean echo(FakeRequest request, long body, OutputStream out) throws IOException {
        var json = request.json(name, body);
        var head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                + json.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n";
        return write(out, request.method().equals("HEAD") ? head : head + json, true);
    }

    private boolean large(OutputStream out) throws IOException {
        write(out, "HTTP/1.1 200 OK\r\nContent-Length: " + Network.LARGE + "\r\n\r\n", true);
        for (long left = Network.LARGE; left > 0; left -= PIECE.length) {
            out.write(PIECE);
            written.addAndGet(PIECE.length);
        }
        return true;
    }

    private boolean silence(InputStream in) throws IOException {
        while (in.read() >= 0) {
            // until the other side gives up
        }
        abandoned.incrementAndGet();
        return false;
    }

    private static boolean reset(Socket client) throws IOException {
        client.setSoLinger(true, 0);
        return false;
    }

    private static boolean write(OutputStream out, String text, boolean open) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        return open;
    }
}
