package ma.jazari.platform.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ma.jazari.platform.text.SearchText;
import org.jspecify.annotations.Nullable;

/** The conditions of one list, as HQL with named parameters, and what binds a cursor to them. */
public final class Conditions {

    private final List<String> hql = new ArrayList<>(List.of("1 = 1"));
    private final Map<String, Object> parameters = new TreeMap<>();
    private final StringBuilder binding = new StringBuilder();

    /** Adds a condition that must hold. */
    public void add(String condition, Map<String, ?> values) {
        hql.add(condition);
        parameters.putAll(values);
        binding.append(condition);
        new TreeMap<>(values).forEach((name, value) -> binding.append(name).append(bound(value)));
    }

    /** An array says nothing of its elements by itself. */
    private static Object bound(Object value) {
        return value instanceof Object[] array ? Arrays.asList(array) : value;
    }

    /** The field is one of the values; no values, no condition. */
    public void anyOf(String field, List<?> values) {
        if (!values.isEmpty()) {
            add(field + " in :" + field, Map.of(field, values));
        }
    }

    /** The array shares an element with the values; no values, no condition. */
    public void overlaps(String field, List<String> values) {
        if (!values.isEmpty()) {
            hql.add("array_intersects(" + field + ", :" + field + ")");
            parameters.put(field, values.toArray(String[]::new));
            binding.append(field).append(values);
        }
    }

    /** The field, in the form of {@link SearchText}, holds each word of the query. */
    public void words(String field, @Nullable String query) {
        if (query != null) {
            Arrays.stream(SearchText.of(query).split(" "))
                    .filter(word -> !word.isEmpty())
                    .forEach(word -> word(field, word));
        }
    }

    private void word(String field, String word) {
        var name = "word" + hql.size();
        add(field + " like :" + name, Map.of(name, "%" + word + "%"));
    }

    public String hql() {
        return String.join(" and ", hql);
    }

    public Map<String, Object> parameters() {
        return parameters;
    }

    /** What a cursor of this list is bound to. */
    public String binding() {
        return binding.toString();
    }
}
