package ma.jazari.platform.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Cuts a representation, or each item of a page, down to the properties that {@code ?fields=a,b} names. */
@Singleton
class FieldSelection {

    private final ObjectMapper mapper;

    FieldSelection(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** @throws Problem 400 for a field that the representation does not have */
    Object select(Object entity, @Nullable String fields) {
        if (fields == null || fields.isBlank()) {
            return entity;
        }
        var wanted = new LinkedHashSet<>(Arrays.asList(fields.split("\\s*,\\s*")));
        return switch (entity) {
            case Page<?> page when page.items().isEmpty() -> page;
            case Page<?> page ->
                page.with(page.items().stream().map(item -> cut(item, wanted)).toList());
            case Record item -> cut(item, wanted);
            default -> entity;
        };
    }

    private ObjectNode cut(Object item, Set<String> wanted) {
        var known = Arrays.stream(item.getClass().getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!known.containsAll(wanted)) {
            var unknown = new TreeSet<>(wanted);
            unknown.removeAll(known);
            throw Problem.invalid("fields", "unknown: " + unknown + "; known are " + known);
        }
        return mapper.<ObjectNode>valueToTree(item).retain(wanted);
    }
}
