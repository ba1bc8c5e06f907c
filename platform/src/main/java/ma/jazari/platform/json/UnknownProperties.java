package ma.jazari.platform.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.jazari.platform.problem.Violations;

/**
 * Finds the properties of a body that its record does not have. Jackson meets them only after it has read the rest of
 * the record, when it no longer knows where they stood.
 */
final class UnknownProperties {

    private UnknownProperties() {}

    static void collect(JsonNode body, Class<?> type, Violations violations) {
        collect("", body, type, violations);
    }

    private static void collect(String pointer, JsonNode value, Type type, Violations violations) {
        switch (value) {
            case ObjectNode object
            when type instanceof Class<?> record && record.isRecord() ->
                collectIn(pointer, object, components(record), violations);
            case ArrayNode array
            when type instanceof ParameterizedType list -> {
                for (int i = 0; i < array.size(); i++) {
                    collect(pointer + "/" + i, array.get(i), list.getActualTypeArguments()[0], violations);
                }
            }
            default -> {
                // a value of the wrong shape is found when it is bound
            }
        }
    }

    private static void collectIn(
            String pointer, ObjectNode object, Map<String, RecordComponent> known, Violations violations) {
        object.properties().forEach(property -> {
            var here = pointer + "/" + JsonBinder.escape(property.getKey());
            var component = known.get(property.getKey());
            if (component == null) {
                violations.add(here, "is unknown or read-only; writable are " + known.keySet());
            } else {
                collect(here, property.getValue(), component.getGenericType(), violations);
            }
        });
    }

    private static Map<String, RecordComponent> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, Function.identity(), (a, b) -> a, TreeMap::new));
    }
}
