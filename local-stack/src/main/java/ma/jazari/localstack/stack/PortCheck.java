package ma.jazari.localstack.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ma.jazari.localstack.LocalStackException;

/** Finds ports that someone else uses, before anything is started. */
final class PortCheck {

    private static final int PATIENCE_MILLIS = 500;

    private PortCheck() {}

    /** @throws LocalStackException that names all of them, and how to get out of their way */
    static void requireFree(List<PartDefinition> parts) {
        var taken = new TreeMap<Integer, String>();
        for (var part : parts) {
            part.ports().forEach((port, use) -> {
                if (isTaken(port)) {
                    taken.put(port, use);
                }
            });
        }
        if (!taken.isEmpty()) {
            throw new LocalStackException(message(taken));
        }
    }

    static boolean isTaken(int port) {
        return !canListen(port) || answers("127.0.0.1", port) || answers("::1", port);
    }

    private static String message(Map<Integer, String> taken) {
        var list = taken.entrySet().stream()
                .map(entry -> "  " + entry.getKey() + "  needed by " + entry.getValue() + PortOwner.of(entry.getKey()))
                .collect(Collectors.joining("\n"));
        return (taken.size() == 1 ? "A port is" : "Ports are") + " taken:\n" + list
                + "\nEnd what uses " + (taken.size() == 1 ? "it" : "them")
                + ", or move all of Jazari's ports, for example by 20000:\n"
                + "  " + Ports.OFFSET_VARIABLE + "=20000 ./jazari up";
    }

    private static boolean canListen(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Someone may listen on ::1 alone, and be what {@code localhost} means. */
    private static boolean answers(String address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral(address), port), PATIENCE_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}
