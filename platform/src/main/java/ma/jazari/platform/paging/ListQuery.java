package ma.jazari.platform.paging;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import ma.jazari.platform.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters that every list takes. Strings, so that a bad value is answered with what is wrong with it. */
public class ListQuery {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 200;
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,17}");

    @QueryParam("limit")
    @Parameter(
            description = "How many items at most; larger values are cut to 200",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "20"))
    public @Nullable String limit;

    @QueryParam("cursor")
    @Parameter(description = "The nextCursor of the page before; bound to the filters")
    public @Nullable String cursor;

    @QueryParam("total")
    @Parameter(
            description = "Whether to count all items, too",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    public @Nullable String total;

    public int limit() {
        return limit(limit);
    }

    /** How many items there are at most, where this is said of it. */
    public static int limit(@Nullable String limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (!LIMIT.matcher(limit).matches()) {
            throw Problem.invalid("limit", "must be a whole number from 1; more than 200 is cut to 200");
        }
        return limit.length() > 3 ? MAX_LIMIT : Math.min(Integer.parseInt(limit), MAX_LIMIT);
    }

    public boolean wantsTotal() {
        return flag("total", total);
    }

    /** A boolean parameter; absent is false. */
    public static boolean flag(String name, @Nullable String value) {
        return switch (value) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.invalid(name, "must be true or false");
        };
    }

    /** The values of a filter, {@code ,} for OR; absent is empty. */
    public static List<String> anyOf(@Nullable String filter) {
        return filter == null || filter.isBlank()
                ? List.of()
                : Arrays.asList(filter.trim().split("\\s*,\\s*"));
    }

    /** The values of a filter over an enum. */
    public static <E extends Enum<E>> List<E> anyOf(String name, @Nullable String filter, Class<E> type) {
        return anyOf(filter).stream().map(value -> constant(name, value, type)).toList();
    }

    private static <E extends Enum<E>> E constant(String name, String value, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(candidate -> candidate.name().equals(value.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        name, "\"" + value + "\" is not one of " + Arrays.toString(type.getEnumConstants())));
    }
}
