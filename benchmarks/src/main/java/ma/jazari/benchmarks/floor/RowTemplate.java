package ma.jazari.benchmarks.floor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ma.jazari.benchmarks.BenchmarkException;
import org.jspecify.annotations.Nullable;

/**
 * A row that the service wrote, as text, and the statement that writes one like it. The columns come from the catalogue,
 * so that it follows the migrations.
 */
public record RowTemplate(String sql, List<Value> values) {

    // What the database fills in itself is left to it: identities, and the transaction's number.
    private static final String COLUMNS =
            """
            select quote_ident(attname), format_type(atttypid, atttypmod) from pg_attribute
            where attrelid = ?::regclass and attnum > 0 and not attisdropped
              and attidentity = '' and attgenerated = '' and atttypid <> 'xid8'::regtype
            order by attnum
            """;

    public RowTemplate {
        values = List.copyOf(values);
    }

    /** What a column has; null for nothing. */
    public record Value(String column, @Nullable String text) {}

    private record Column(String name, String type) {

        String placeholder() {
            return "?::" + type;
        }

        /** Keys that are not the record's own, such as those of the change log, are made anew, in the order of time. */
        boolean isMade(Value value, String id) {
            return type.equals("uuid") && name.equals("id") && !id.equals(value.text());
        }
    }

    /**
     * The insert of a row.
     *
     * @param which the condition that finds it by its id; what follows may order and limit
     */
    public static RowTemplate inserting(Connection connection, String table, String which, String id)
            throws SQLException {
        return find(connection, table, which, id).orElseThrow(() -> missing(table, id));
    }

    /** The insert of a row that may not be there any more. */
    public static Optional<RowTemplate> find(Connection connection, String table, String which, String id)
            throws SQLException {
        var columns = columns(connection, table);
        return values(connection, table, which, id, columns).map(values -> inserting(table, id, columns, values));
    }

    private static RowTemplate inserting(String table, String id, List<Column> columns, List<Value> values) {
        var given = new ArrayList<Value>();
        var placeholders = new ArrayList<String>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).isMade(values.get(i), id)) {
                placeholders.add("uuidv7()");
            } else {
                placeholders.add(columns.get(i).placeholder());
                given.add(values.get(i));
            }
        }
        var insert = "insert into " + table
                + columns.stream().map(Column::name).collect(Collectors.joining(", ", " (", ")"))
                + placeholders.stream().collect(Collectors.joining(", ", " values (", ")"));
        return new RowTemplate(insert, given);
    }

    /** The update of all columns of a row whose key is {@code id}, as Hibernate writes it. */
    public static RowTemplate updating(Connection connection, String table, String id) throws SQLException {
        var columns = columns(connection, table).stream()
                .filter(column -> !column.name().equals("id"))
                .toList();
        var update = "update " + table
                + columns.stream()
                        .map(column -> column.name() + " = " + column.placeholder())
                        .collect(Collectors.joining(", ", " set ", " where id = ?"));
        var values = values(connection, table, "id = ?", id, columns).orElseThrow(() -> missing(table, id));
        values.add(new Value("id", id));
        return new RowTemplate(update, values);
    }

    /** The same insert with something to do where the row is there already. */
    public RowTemplate onConflict(String clause) {
        return new RowTemplate(sql + " on conflict " + clause, values);
    }

    /** The same row with other values in some columns. */
    public RowTemplate with(Map<String, String> others) {
        return new RowTemplate(
                sql,
                values.stream()
                        .map(value -> new Value(value.column(), others.getOrDefault(value.column(), value.text())))
                        .toList());
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

    private static Optional<List<Value>> values(
            Connection connection, String table, String which, String id, List<Column> columns) throws SQLException {
        var query = columns.stream()
                .map(column -> column.name() + "::text")
                .collect(Collectors.joining(", ", "select ", " from " + table + " where " + which));
        try (var select = connection.prepareStatement(query)) {
            select.setString(1, id);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                var values = new ArrayList<Value>();
                for (int i = 0; i < columns.size(); i++) {
                    values.add(new Value(columns.get(i).name(), row.getString(i + 1)));
                }
                return Optional.of(values);
            }
        }
    }

    private static BenchmarkException missing(String table, String id) {
        return new BenchmarkException("The service wrote no " + table + " of " + id + ".");
    }

    /** Gives the prepared statement the values as they are. */
    public void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setString(i + 1, values.get(i).text());
        }
    }

    /** Gives the prepared statement the values of a copy of the model. */
    void bind(PreparedStatement statement, Model model, Copy copy) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setString(i + 1, model.copied(values.get(i).text(), copy));
        }
    }
}
