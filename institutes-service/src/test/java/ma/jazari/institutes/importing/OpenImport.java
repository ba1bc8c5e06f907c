package ma.jazari.institutes.importing;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import ma.jazari.platform.test.Tokens;

/** An import whose client is still sending. */
final class OpenImport implements AutoCloseable {

    private final SocketChannel channel;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    OpenImport(String query) throws IOException {
        channel = SocketChannel.open(new InetSocketAddress("localhost", RestAssured.port));
        send(
                """
                POST /v1/institutes/import%s HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/x-ndjson\r
                Transfer-Encoding: chunked\r
                \r
                """
                        .formatted(query, Tokens.networkAdmin()));
        channel.configureBlocking(false);
    }

    void send(String text) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Sends part of the file, all of it. */
    void sendPart(String text) throws IOException {
        send(chunk(text));
    }

    /** Sends as much of the part as the service takes now; returns how many bytes that are. */
    long offer(ByteBuffer part) throws IOException {
        return channel.write(part);
    }

    void finish() throws IOException {
        send("0\r\n\r\n");
    }

    static String chunk(String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        return String.format(Locale.ROOT, "%x\r\n%s\r\n", bytes, text);
    }

    /** What has come of the answer so far. */
    String received() {
        var buffer = ByteBuffer.allocate(8192);
        try {
            while (channel.read(buffer) > 0) {
                received.write(buffer.array(), 0, buffer.position());
                buffer.clear();
            }
        } catch (IOException e) {
            // closed by the other side: what came is what there is
        }
        return received.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
