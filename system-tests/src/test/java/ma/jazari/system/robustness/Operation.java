package ma.jazari.system.robustness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** One operation of the description. */
record Operation(Description description, String path, String method, JsonNode definition) {

    /** A parameter in the path, the query or a header. */
    record Parameter(String name, String in, boolean required) {}

    List<Parameter> parameters(String in) {
        return StreamSupport.stream(definition.path("parameters").spliterator(), false)
                .map(description::resolve)
                .filter(parameter -> parameter.path("in").asText().equals(in))
                .map(parameter -> new Parameter(
                        parameter.path("name").asText(),
                        in,
                        parameter.path("required").asBoolean()))
                .toList();
    }

    /** @param asked a method in capital letters */
    boolean asks(String asked) {
        return asked.equalsIgnoreCase(method);
    }

    /** Methods that nobody describes at this path; asked once for each path. */
    List<String> methodsThatAreNot() {
        if (!description.methods(path).getFirst().equals(method)) {
            return List.of();
        }
        var described = description.methodsOfAllThatFit(path);
        return Description.METHODS.stream()
                .filter(other -> !described.contains(other))
                .map(other -> other.toUpperCase(Locale.ROOT))
                .toList();
    }

    /** The first media type of its body that is JSON; empty where it takes none. */
    Optional<String> jsonBody() {
        return content().stream()
                .filter(type -> type.contains("json") && !type.contains("ndjson"))
                .findFirst();
    }

    boolean takesBody() {
        return !content().isEmpty();
    }

    private List<String> content() {
        return definition.at("/requestBody/content").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The names of the members that its JSON body may have. */
    List<String> members() {
        var schema = jsonBody()
                .map(type -> description.resolve(
                        definition.at("/requestBody/content").path(type).path("schema")))
                .orElse(definition.path("nothing"));
        return schema.path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The answer that is described for the status; missing if there is none. */
    JsonNode answer(int status) {
        return description.resolve(definition.path("responses").path(String.valueOf(status)));
    }

    @Override
    public String toString() {
        return method.toUpperCase(Locale.ROOT) + " " + path;
    }
}
