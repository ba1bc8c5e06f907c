package ma.jazari.benchmarks.floor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows of copies of a model, written by statements that are prepared once for a connection. */
public final class PreparedRows implements AutoCloseable {

    private record Prepared(RowTemplate row, PreparedStatement statement) {}

    private final Model model;
    private final List<Prepared> rows = new ArrayList<>();

    public PreparedRows(Connection connection, Model model, List<RowTemplate> templates) throws SQLException {
        this.model = model;
        for (var template : templates) {
            rows.add(new Prepared(template, connection.prepareStatement(template.sql())));
        }
    }

    /** One statement after the other, as a service does it. */
    public void write(int n) throws SQLException {
        var copy = model.copy(n);
        for (var prepared : rows) {
            prepared.row().bind(prepared.statement(), model, copy);
            prepared.statement().executeUpdate();
        }
    }

    /** Many copies in few round trips, where nobody looks at the time; each kind of row after the one before. */
    void writeAll(int from, int to) throws SQLException {
        for (var prepared : rows) {
            for (int n = from; n <= to; n++) {
                prepared.row().bind(prepared.statement(), model, model.copy(n));
                prepared.statement().addBatch();
            }
            prepared.statement().executeBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        for (var prepared : rows) {
            prepared.statement().close();
        }
    }
}
