package ma.jazari.institutes.institute;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** Writes into a table past the registry, as somebody with the database's password could, and puts all back at the end. */
final class Tampering implements AutoCloseable {

    private final Connection connection;
    private final String table;
    private final String column;
    private final String id;

    private Tampering(Connection connection, String table, String column, String id) {
        this.connection = connection;
        this.table = table;
        this.column = column;
        this.id = id;
    }

    static Tampering withLog(AgroalDataSource database, String id) throws SQLException {
        return with(database, "change_log", "subject_id", id);
    }

    /** Rows of the table whose column has the value are kept, and put back at the end. */
    static Tampering with(AgroalDataSource database, String table, String column, String id) throws SQLException {
        var tampering = new Tampering(database.getConnection(), table, column, id);
        // Without the foreign keys' triggers.
        tampering.execute("set session_replication_role = replica");
        tampering.execute("drop table if exists kept");
        tampering.execute("create temp table kept as select * from %s where %s = '%s'".formatted(table, column, id));
        return tampering;
    }

    Tampering execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return this;
    }

    @Override
    public void close() throws SQLException {
        execute("delete from %s where %s = '%s'".formatted(table, column, id));
        execute("insert into %s overriding system value select * from kept".formatted(table));
        execute("drop table kept");
        execute("set session_replication_role = default");
        connection.close();
    }
}
