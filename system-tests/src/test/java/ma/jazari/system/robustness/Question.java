package ma.jazari.system.robustness;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that is wrong in one way.
 *
 * @param wrong in which way
 * @param caller whose token it has; null for none
 * @param path parameters' values, as they are in the address
 */
record Question(
        String wrong,
        Operation operation,
        String method,
        @Nullable String caller,
        Map<String, String> path,
        String query,
        Map<String, String> headers,
        @Nullable String body) {

    Question {
        path = Map.copyOf(path);
        headers = Map.copyOf(headers);
    }

    Question named(String wrong) {
        return new Question(wrong, operation, method, caller, path, query, headers, body);
    }

    Question by(@Nullable String another) {
        return new Question(wrong, operation, method, another, path, query, headers, body);
    }

    Question withMethod(String another) {
        return new Question(wrong, operation, another, caller, path, query, headers, body);
    }

    Question withPath(String name, String value) {
        var more = new HashMap<>(path);
        more.put(name, value);
        return new Question(wrong, operation, method, caller, more, query, headers, body);
    }

    Question withQuery(String text) {
        return new Question(wrong, operation, method, caller, path, text, headers, body);
    }

    Question withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Question(wrong, operation, method, caller, path, query, more, body);
    }

    Question withBody(@Nullable String text) {
        return new Question(wrong, operation, method, caller, path, query, headers, text);
    }

    /** Path and query. */
    String address() {
        var address = operation.path();
        for (var parameter : path.entrySet()) {
            address = address.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return query.isEmpty() ? address : address + "?" + query;
    }

    @Override
    public String toString() {
        return operation + ", " + wrong;
    }
}
