package ma.jazari.localstack;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import ma.jazari.localstack.process.Probe;

/**
 * Asks a broker which versions it speaks (ApiVersions, version 0), which it answers once it takes requests. Written out in
 * bytes: the Kafka client takes longer to load than the answer takes to come.
 */
public record KafkaProbe(int port) implements Probe {

    private static final int PATIENCE_MILLIS = 2_000;
    private static final short API_VERSIONS = 18;
    private static final short VERSION = 0;
    private static final int CORRELATION = 0x6a617a61;
    private static final short NO_CLIENT_ID = -1;
    private static final int REQUEST_BYTES = Short.BYTES * 3 + Integer.BYTES;

    @Override
    public boolean isReady() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            ask(new DataOutputStream(socket.getOutputStream()));
            return answers(new DataInputStream(socket.getInputStream()));
        } catch (IOException down) {
            return false;
        }
    }

    private static void ask(DataOutputStream out) throws IOException {
        out.writeInt(REQUEST_BYTES);
        out.writeShort(API_VERSIONS);
        out.writeShort(VERSION);
        out.writeInt(CORRELATION);
        out.writeShort(NO_CLIENT_ID);
        out.flush();
    }

    private static boolean answers(DataInputStream in) throws IOException {
        var length = in.readInt();
        var correlation = in.readInt();
        var error = in.readShort();
        return length > 0 && correlation == CORRELATION && error == 0;
    }
}
