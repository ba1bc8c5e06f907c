package ma.jazari.benchmarks.events;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.floor.FloorStep;
import ma.jazari.benchmarks.floor.PreparedRows;

/** Registers by JDBC and nothing else: locks the desk, writes the rows that the service writes, counts, commits. */
final class FloorDesk implements AutoCloseable {

    private static final String LOCK =
            "select confirmed, waiting, capacity from registration_desk where program_event_id = ?::uuid for update";
    private static final String COUNT =
            """
            update registration_desk set confirmed = ?, waiting = ?, last_number = ? where program_event_id = ?::uuid
            """;

    private final Connection connection;
    private final PreparedStatement lock;
    private final PreparedStatement count;
    private final PreparedRows confirmed;
    private final PreparedRows waiting;

    /** @param connection its own; closed with it */
    FloorDesk(Connection connection, RushRows rows) {
        try {
            this.connection = connection;
            connection.setAutoCommit(false);
            lock = connection.prepareStatement(LOCK);
            lock.setString(1, rows.eventId());
            count = connection.prepareStatement(COUNT);
            count.setString(4, rows.eventId());
            confirmed = prepared(rows.confirmed());
            waiting = prepared(rows.waiting());
        } catch (SQLException failure) {
            throw refused(failure);
        }
    }

    private PreparedRows prepared(FloorStep step) throws SQLException {
        return new PreparedRows(connection, step.model(), step.writes());
    }

    void register() throws SQLException {
        try (var desk = lock.executeQuery()) {
            desk.next();
            int taken = desk.getInt("confirmed");
            int queue = desk.getInt("waiting");
            if (taken < desk.getInt("capacity")) {
                write(confirmed, taken + 1, queue);
            } else {
                write(waiting, taken, queue + 1);
            }
        }
        connection.commit();
    }

    private void write(PreparedRows rows, int taken, int queue) throws SQLException {
        int number = taken + queue;
        rows.write(number);
        count.setInt(1, taken);
        count.setInt(2, queue);
        count.setInt(3, number);
        count.executeUpdate();
    }

    static BenchmarkException refused(SQLException failure) {
        return new BenchmarkException("The floor of the rush: " + failure.getMessage(), failure);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw refused(failure);
        }
    }
}
