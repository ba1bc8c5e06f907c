package ma.jazari.benchmarks.floor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import ma.jazari.benchmarks.BenchmarkException;
import org.jspecify.annotations.Nullable;

/**
 * A row that the service wrote, as text, and the statement that writes one like it. The columns come from the catalogue,
 * so that it follows the migrations.
 */
public record RowTemplate(String sql, List<@Nullable String> values) {

    // What the database fills in itself is left to it: identities, and the transaction's number.
    private static final String COLUMNS =
            """
            select quote_ident(attname), format_type(atttypid, atttypmod) from pg_attribute
            where attrelid = ?::regclass and attnum > 0 and not attisdropped
              and attidentity = '' and attgenerated = '' and atttypid <> 'xid8'::regtype
            order by attnum
            """;

    public RowTemplate {
        values = Collections.unmodifiableList(new ArrayList<>(values)); // List.copyOf refuses nulls
    }

    private record Column(String name, String type) {

        /** Keys of the change log are unique and made anew, in the order of time. */
        boolean isMade() {
            return type.equals("uuid") && name.equals("id");
        }

        String value() {
            return isMade() ? "uuidv7()" : "?::" + type;
        }
    }

    /**
     * The insert of a row.
     *
     * @param which the condition that finds it by its id; what follows may order and limit
     */
    public static RowTemplate inserting(Connection connection, String table, String which, String id)
            throws SQLException {
        var columns = columns(connection, table);
        var insert = "insert into " + table
                + columns.stream().map(Column::name).collect(Collectors.joining(", ", " (", ")"))
                + columns.stream().map(Column::value).collect(Collectors.joining(", ", " values (", ")"));
        var given = columns.stream().filter(column -> !column.isMade()).toList();
        return new RowTemplate(insert, values(connection, table, which, id, given));
    }

    /** The update of all columns of a row whose key is {@code id}, as Hibernate writes it. */
    public static RowTemplate updating(Connection connection, String table, String id) throws SQLException {
        var columns = columns(connection, table).stream()
                .filter(column -> !column.name().equals("id"))
                .toList();
        var update = "update " + table
                + columns.stream()
                        .map(column -> column.name() + " = " + column.value())
                        .collect(Collectors.joining(", ", " set ", " where id = ?"));
        var values = values(connection, table, "id = ?", id, columns);
        values.add(id);
        return new RowTemplate(update, values);
    }

    /** The same insert with something to do where the row is there already. */
    public RowTemplate onConflict(String clause) {
        return new RowTemplate(sql + " on conflict " + clause, values);
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

    private static List<@Nullable String> values(
            Connection connection, String table, String which, String id, List<Column> columns) throws SQLException {
        var query = columns.stream()
                .map(column -> column.name() + "::text")
                .collect(Collectors.joining(", ", "select ", " from " + table + " where " + which));
        try (var select = connection.prepareStatement(query)) {
            select.setString(1, id);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw new BenchmarkException("The service wrote no " + table + " of " + id + ".");
                }
                var values = new ArrayList<@Nullable String>();
                for (int i = 1; i <= columns.size(); i++) {
                    values.add(row.getString(i));
                }
                return values;
            }
        }
    }

    /** Gives the prepared statement the values of a copy of the model. */
    void bind(PreparedStatement statement, Model model, Copy copy) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setString(i + 1, model.copied(values.get(i), copy));
        }
    }
}
