package ma.jazari.system.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Someone who follows the change feed as a stream, and comes back with the last id after every cut, as browsers do. */
public final class FollowedStream implements AutoCloseable {

    private static final long PAUSE_MILLIS = 200;
    private static final int OK = 200;

    private final Caller reader;
    private final List<String> changes = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Thread thread = Thread.ofVirtual().unstarted(this::follow);
    private volatile String lastId;
    private volatile boolean open;

    private FollowedStream(Caller reader, String start) {
        this.reader = reader;
        this.lastId = start;
    }

    /** Follows what comes after the cursor. */
    public static FollowedStream after(String start, Caller reader) {
        var stream = new FollowedStream(reader, start);
        stream.thread.start();
        return stream;
    }

    /** The cursors of the changes that came, as they came. */
    public List<String> cursors() {
        return List.copyOf(changes);
    }

    /** How often the stream was begun. */
    public int connections() {
        return connections.get();
    }

    /** Whether it is being read now. */
    public boolean isOpen() {
        return open;
    }

    private void follow() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                read(reader.stream("/v1/changes", lastId));
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException end) {
                return;
            }
        }
    }

    private void read(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<Stream<String>> answer = reader.http().send(request, BodyHandlers.ofLines());
            try (var lines = answer.body()) {
                if (answer.statusCode() == OK) {
                    connections.incrementAndGet();
                    open = true;
                    take(lines);
                }
            }
        } catch (IOException | UncheckedIOException cut) {
            // comes back
        } finally {
            open = false;
        }
    }

    // What a browser does: an id counts once its event is whole.
    private void take(Stream<String> lines) {
        var id = new String[] {lastId};
        var isChange = new boolean[1];
        lines.forEach(line -> {
            if (line.startsWith("id: ")) {
                id[0] = line.substring("id: ".length());
            } else if (line.startsWith("data: ")) {
                isChange[0] = true;
            } else if (line.isEmpty()) {
                if (isChange[0]) {
                    changes.add(id[0]);
                }
                isChange[0] = false;
                lastId = id[0];
            }
        });
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
