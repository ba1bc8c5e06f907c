package ma.jazari.platform.exporting;

import io.vertx.ext.web.RoutingContext;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** Cuts a client off that reads nothing any more: what waits for it is a snapshot of the database, and a turn. */
final class Reading extends FilterOutputStream {

    private static final int LOOKS = 3;

    private final Runnable over;
    private volatile long waitingSince;

    private Reading(OutputStream out, Runnable over) {
        super(out);
        this.over = over;
    }

    static Reading of(OutputStream out, RoutingContext context, Duration stall) {
        var vertx = context.vertx();
        var timer = new long[1];
        var reading = new Reading(out, () -> vertx.cancelTimer(timer[0]));
        timer[0] =
                vertx.setPeriodic(Math.max(1, stall.toMillis() / LOOKS), look -> reading.cutIfStalled(context, stall));
        return reading;
    }

    private void cutIfStalled(RoutingContext context, Duration stall) {
        long since = waitingSince;
        if (since != 0 && System.nanoTime() - since > stall.toNanos()) {
            context.request().connection().close();
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        waitingSince = Math.max(1, System.nanoTime());
        out.write(bytes, offset, length);
        waitingSince = 0;
    }

    @Override
    public void close() throws IOException {
        over.run();
        super.close();
    }

    void end() {
        over.run();
    }
}
