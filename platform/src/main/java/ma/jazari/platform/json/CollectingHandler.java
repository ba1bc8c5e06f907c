package ma.jazari.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import java.io.IOException;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import ma.jazari.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/** Notes what Jackson cannot bind and lets it go on, so that one answer names everything. */
final class CollectingHandler extends DeserializationProblemHandler {

    private final Violations violations;

    CollectingHandler(Violations violations) {
        this.violations = violations;
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context, JsonParser parser, JsonDeserializer<?> reader, Object bean, String name)
            throws IOException {
        // UnknownProperties has named it.
        parser.skipChildren();
        return true;
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> target, String value, String failure) {
        violations.add(
                pointer(context.getParser()),
                target == String.class ? "must not hold control characters" : "must be " + describe(target));
        return null;
    }

    @Override
    public @Nullable Object handleWeirdNumberValue(
            DeserializationContext context, Class<?> target, Number value, String failure) {
        violations.add(pointer(context.getParser()), "must be " + describe(target));
        return null;
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context, JavaType target, JsonToken token, JsonParser parser, String failure)
            throws IOException {
        violations.add(pointer(parser), "must be " + describe(target.getRawClass()));
        parser.skipChildren();
        return null;
    }

    @Override
    public @Nullable Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> type,
            ValueInstantiator instantiator,
            JsonParser parser,
            String message)
            throws IOException {
        violations.add(pointer(parser), "must be " + describe(type));
        parser.skipChildren();
        return null;
    }

    private static String pointer(JsonParser parser) {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    static String describe(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants());
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "an ISO 8601 " + type.getSimpleName();
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "an array";
        }
        if (Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class)) {
            return "a number" + (type == Integer.class || type == Long.class ? " without a fraction" : "");
        }
        if (type == String.class) {
            return "a string";
        }
        return type == Boolean.class || type == boolean.class
                ? "true or false"
                : Map.class == type ? "a map" : "an object";
    }

    static String firstSentence(@Nullable String message) {
        var text = message == null ? "cannot be read" : message;
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
