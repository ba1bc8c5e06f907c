package ma.jazari.benchmarks.writes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row that the service wrote, as text, and the insert that writes one like it. The columns come from the catalogue, so
 * that it follows the migrations.
 */
record RowTemplate(String insert, List<@Nullable String> values) {

    // What the database fills in itself is left to it: identities, and the transaction's number.
    private static final String COLUMNS =
            """
            select quote_ident(attname), format_type(atttypid, atttypmod) from pg_attribute
            where attrelid = ?::regclass and attnum > 0 and not attisdropped
              and attidentity = '' and attgenerated = '' and atttypid <> 'xid8'::regtype
            order by attnum
            """;

    private record Column(String name, String type) {

        /** Keys of the change log are unique and made anew, in the order of time. */
        boolean isMade() {
            return type.equals("uuid") && name.equals("id");
        }

        String value() {
            return isMade() ? "uuidv7()" : "?::" + type;
        }
    }

    /** @param key the column that {@code id} is in */
    static RowTemplate read(Connection connection, String table, String key, String id) throws SQLException {
        var columns = columns(connection, table);
        var insert = "insert into " + table
                + columns.stream().map(Column::name).collect(Collectors.joining(", ", " (", ")"))
                + columns.stream().map(Column::value).collect(Collectors.joining(", ", " values (", ")"));
        var given = columns.stream().filter(column -> !column.isMade()).toList();
        var query = given.stream()
                .map(column -> column.name() + "::text")
                .collect(Collectors.joining(", ", "select ", " from " + table + " where " + key + " = ?"));
        return new RowTemplate(insert, values(connection, query, id, given.size()));
    }

    private static List<Column> columns(Connection connection, String table) throws SQLException {
        try (var select = connection.prepareStatement(COLUMNS)) {
            select.setString(1, table);
            try (var row = select.executeQuery()) {
                var columns = new ArrayList<Column>();
                while (row.next()) {
                    columns.add(new Column(row.getString(1), row.getString(2)));
                }
                return columns;
            }
        }
    }

    private static List<@Nullable String> values(Connection connection, String query, String id, int count)
            throws SQLException {
        try (var select = connection.prepareStatement(query)) {
            select.setString(1, id);
            try (var row = select.executeQuery()) {
                row.next();
                var values = new ArrayList<@Nullable String>();
                for (int i = 1; i <= count; i++) {
                    values.add(row.getString(i));
                }
                return values;
            }
        }
    }

    /** Executes the prepared insert for a copy of the model. */
    void insert(PreparedStatement statement, Model model, String copyId, String copyNumber) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setString(i + 1, model.copied(values.get(i), copyId, copyNumber));
        }
        statement.executeUpdate();
    }
}
