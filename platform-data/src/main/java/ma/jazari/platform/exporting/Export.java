package ma.jazari.platform.exporting;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** One export: a snapshot of the records that is held until it is written. */
public final class Export implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Export.class);
    private static final int BUFFER = 32 * 1024;

    private final Connection connection;
    private final ExportRows rows;
    private final ExportFormat format;
    private final ExportRows.Place place;
    private final Runnable closed;
    private final AtomicBoolean isTaken = new AtomicBoolean();
    private final AtomicBoolean isClosed = new AtomicBoolean();

    Export(Connection connection, ExportRows rows, ExportFormat format, ExportRows.Place place, Runnable closed) {
        this.connection = connection;
        this.rows = rows;
        this.format = format;
        this.place = place;
        this.closed = closed;
    }

    public ExportFormat format() {
        return format;
    }

    /** The strong ETag: as long as it is the same, so is the export. */
    public String etag() {
        return place.etag();
    }

    /** The cursor of the change feed that the export is true at. */
    public String cursor() {
        return place.cursor();
    }

    /** Closes it if nobody has come to write it, and lets nobody any more. */
    void abandon() {
        if (isTaken.compareAndSet(false, true)) {
            close();
        }
    }

    /** Writes it, as fast as it is read. */
    void writeTo(OutputStream out) throws IOException {
        if (!isTaken.compareAndSet(false, true)) {
            throw new IOException("the client of an export is gone");
        }
        try (this) {
            var buffered = new BufferedOutputStream(out, BUFFER);
            var writer = format.writer(buffered, cursor());
            rows.read(connection, writer);
            writer.end();
            buffered.flush();
        } catch (SQLException e) {
            LOG.errorf(e, "an export ended early");
            // Without its last chunk, so that nobody takes it for complete.
            throw new IOException("the export ended early", e);
        }
    }

    @Override
    public void close() {
        if (!isClosed.compareAndSet(false, true)) {
            return;
        }
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            LOG.debugf("the snapshot of an export is gone: %s", e.getMessage());
        } finally {
            closed.run();
        }
    }
}
