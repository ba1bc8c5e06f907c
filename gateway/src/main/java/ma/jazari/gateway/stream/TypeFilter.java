package ma.jazari.gateway.stream;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which types of change are wanted, as the feed's {@code types} says it. Services have checked it by then.
 *
 * @param names such as {@code institute.activated}, or {@code institute.*}; empty for all
 */
record TypeFilter(List<String> names) {

    TypeFilter {
        names = List.copyOf(names);
    }

    static TypeFilter of(@Nullable String types) {
        return new TypeFilter(
                types == null
                        ? List.of()
                        : Stream.of(types.split(",", -1))
                                .map(String::strip)
                                .filter(name -> !name.isEmpty())
                                .toList());
    }

    boolean wants(String type) {
        return names.isEmpty() || names.stream().anyMatch(name -> fits(name, type));
    }

    private static boolean fits(String name, String type) {
        return name.endsWith(".*") ? type.startsWith(name.substring(0, name.length() - 1)) : name.equals(type);
    }
}
