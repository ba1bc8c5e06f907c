package ma.jazari.gateway.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import ma.jazari.gateway.feed.ChangeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which changes are wanted, as the feed says it. Services have checked it by then.
 *
 * @param types such as {@code institute.activated}, or {@code institute.*}; empty for all
 * @param subjects ids of records; empty for all
 */
record Wanted(List<String> types, List<String> subjects) {

    Wanted {
        types = List.copyOf(types);
        subjects = List.copyOf(subjects);
    }

    static Wanted of(ChangeFilter filter) {
        return new Wanted(names(filter.types()), names(filter.subjectIds()));
    }

    private static List<String> names(@Nullable String list) {
        return list == null
                ? List.of()
                : Stream.of(list.split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    boolean holds(JsonNode change) {
        var type = change.path("type").asText();
        return (types.isEmpty() || types.stream().anyMatch(name -> fits(name, type)))
                && (subjects.isEmpty()
                        || subjects.contains(change.path("subject").path("id").asText()));
    }

    private static boolean fits(String name, String type) {
        return name.endsWith(".*") ? type.startsWith(name.substring(0, name.length() - 1)) : name.equals(type);
    }
}
