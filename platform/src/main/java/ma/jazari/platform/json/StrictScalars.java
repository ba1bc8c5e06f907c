package ma.jazari.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.Set;
import ma.jazari.platform.text.WrittenText;

/** Scalars without coercion: {@code 5} is no string and {@code "5"} is no number. Strings become NFC and trimmed. */
final class StrictScalars {

    private static final Set<JsonToken> WHOLE = Set.of(JsonToken.VALUE_NUMBER_INT);
    private static final Set<JsonToken> NUMBER = Set.of(JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT);
    private static final Set<JsonToken> BOOLEAN = Set.of(JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE);

    private StrictScalars() {}

    static Module module() {
        return new SimpleModule("strict-scalars")
                .addDeserializer(String.class, new Text())
                .addDeserializer(Integer.class, new Scalar<>(Integer.class, WHOLE, JsonParser::getIntValue))
                .addDeserializer(Long.class, new Scalar<>(Long.class, WHOLE, JsonParser::getLongValue))
                .addDeserializer(Double.class, new Scalar<>(Double.class, NUMBER, StrictScalars::finite))
                .addDeserializer(Boolean.class, new Scalar<>(Boolean.class, BOOLEAN, JsonParser::getBooleanValue));
    }

    /** {@code 1e999} is a number of JSON, and none that can be kept. */
    private static Double finite(JsonParser parser) throws IOException {
        double value = parser.getDoubleValue();
        if (Double.isInfinite(value)) {
            throw InvalidFormatException.from(parser, "too large", parser.getText(), Double.class);
        }
        return value;
    }

    /** Text; of the control characters, tabs and line ends alone. What else there is no database stores and nobody reads. */
    private static final class Text extends StdScalarDeserializer<String> {

        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            var text = WrittenText.of(parser.getText());
            return text.codePoints().anyMatch(c -> isControl(c) || isHalf(c))
                    ? (String) context.handleWeirdStringValue(String.class, text, "control character")
                    : text;
        }

        private static boolean isControl(int c) {
            return Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
        }

        /** A surrogate without its other half: no encoding writes it. */
        private static boolean isHalf(int c) {
            return Character.getType(c) == Character.SURROGATE;
        }
    }

    private interface Reading<T> {
        T from(JsonParser parser) throws IOException;
    }

    private static final class Scalar<T> extends StdScalarDeserializer<T> {

        private final transient Set<JsonToken> accepted;
        private final transient Reading<T> reading;

        Scalar(Class<T> type, Set<JsonToken> accepted, Reading<T> reading) {
            super(type);
            this.accepted = accepted;
            this.reading = reading;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return accepted.contains(parser.currentToken())
                    ? reading.from(parser)
                    : (T) context.handleUnexpectedToken(handledType(), parser);
        }
    }
}
