package ma.jazari.platform.search;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The conditions of one list in SQL with named parameters, and what binds a cursor to them. */
public final class SqlFilter {

    // A name after one colon; after two it is a type.
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([A-Za-z_][A-Za-z0-9_]*)");

    private final List<String> conditions = new ArrayList<>(List.of("true"));
    private final Map<String, Object> parameters = new TreeMap<>();
    private final StringBuilder binding = new StringBuilder();

    /** Adds a condition that must hold, with values that differ between the pages of one list, such as the time it is. */
    public void addUnbound(String condition, Map<String, ?> values) {
        conditions.add(condition);
        parameters.putAll(values);
        binding.append(condition);
    }

    /** Adds a condition that must hold. */
    public void add(String condition, Map<String, ?> values) {
        addUnbound(condition, values);
        new TreeMap<>(values).forEach((name, value) -> binding.append(name)
                .append(value instanceof Object[] array ? Arrays.asList(array) : value));
    }

    /** The column is one of the values; no values, no condition. */
    public void anyOf(String column, List<?> values) {
        if (!values.isEmpty()) {
            add(column + " = any (:" + name(column) + ")", Map.of(name(column), texts(values)));
        }
    }

    /** The array column shares an element with the values; no values, no condition. */
    public void overlaps(String column, List<?> values) {
        if (!values.isEmpty()) {
            add(column + " && :" + name(column), Map.of(name(column), texts(values)));
        }
    }

    /** Values as PostgreSQL compares them with text columns. */
    public static String[] texts(List<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }

    public String sql() {
        return String.join(" and ", conditions);
    }

    public Map<String, Object> parameters() {
        return parameters;
    }

    /** The same conditions for JDBC. */
    public Positional positional() {
        var values = new ArrayList<>();
        var sql = PARAMETER.matcher(sql()).replaceAll(name -> {
            values.add(Objects.requireNonNull(parameters.get(name.group(1)), name.group(1)));
            return "?";
        });
        return new Positional(sql, values);
    }

    /**
     * Conditions with a place for each value.
     *
     * @param values in the order of their places
     */
    public record Positional(String sql, List<Object> values) {

        /** Binds the values to a statement that has these conditions alone. */
        public void bind(PreparedStatement statement) throws SQLException {
            for (int i = 0; i < values.size(); i++) {
                switch (values.get(i)) {
                    case Object[] texts ->
                        statement.setArray(i + 1, statement.getConnection().createArrayOf("varchar", texts));
                    case Instant instant -> statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
                    case Object value -> statement.setObject(i + 1, value);
                }
            }
        }
    }

    /** What a cursor of this list is bound to. */
    public String binding() {
        return binding.toString();
    }

    /** The same conditions, to be added to. */
    SqlFilter copy() {
        var copy = new SqlFilter();
        copy.conditions.clear();
        copy.conditions.addAll(conditions);
        copy.parameters.putAll(parameters);
        copy.binding.append(binding);
        return copy;
    }

    private static String name(String column) {
        return column.replace(".", "_");
    }
}
