package ma.jazari.platform.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request body into its record, strictly: unknown properties, wrong types, duplicate keys and broken
 * constraints are all refused, and all of them at once, each with its JSON Pointer. Text comes out NFC and trimmed.
 */
@Singleton
public class JsonBinder {

    private final ObjectMapper mapper;
    private final Validator validator;

    public JsonBinder(Validator validator) {
        this.validator = validator;
        this.mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(StrictScalars.module())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                // What keeps a number to the last digit can do so.
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
    }

    /**
     * The body as an object of the type.
     *
     * @throws Problem 400 with every violation
     */
    public <T> T bind(byte[] body, Class<T> type) {
        return bind(parse(body), type);
    }

    /** The tree as an object of the type; for what a merge patch has made. */
    public <T> T bind(JsonNode tree, Class<T> type) {
        var violations = new Violations();
        UnknownProperties.collect(tree, type, violations);
        var value = read(tree, type, violations);
        if (value != null) {
            constraints(value, violations);
            if (value instanceof Checked checked && violations.isEmpty()) {
                checked.check(violations);
            }
        }
        violations.throwIfAny();
        if (value == null) {
            throw Problem.invalid("", "a JSON object is required");
        }
        return value;
    }

    /**
     * The body as a JSON object, its text NFC and trimmed when it is bound later.
     *
     * @throws Problem 400 if it is not a JSON object
     */
    public ObjectNode object(byte[] body) {
        if (parse(body) instanceof ObjectNode object) {
            return object;
        }
        throw Problem.invalid("", "must be a JSON object");
    }

    /** The writable properties of a record as a tree, to merge a patch into. */
    public ObjectNode tree(Object value) {
        return mapper.valueToTree(value);
    }

    private <T> @Nullable T read(JsonNode tree, Class<T> type, Violations violations) {
        try {
            var reader = mapper.readerFor(type).withHandler(new CollectingHandler(violations));
            return type.cast(reader.readValue(mapper.treeAsTokens(tree)));
        } catch (JsonMappingException e) {
            violations.addUnlessCovered(pointer(e), CollectingHandler.firstSentence(e.getOriginalMessage()));
            return null;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private JsonNode parse(byte[] body) {
        try {
            return mapper.readTree(body);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void constraints(Object value, Violations violations) {
        validator.validate(value).stream()
                .sorted((a, b) -> pointer(a).compareTo(pointer(b)))
                .forEach(violation -> violations.addUnlessCovered(pointer(violation), violation.getMessage()));
    }

    private static Problem unreadable(IOException e) {
        var where = e instanceof JsonProcessingException json && json.getLocation() != null
                ? String.format(
                        Locale.ROOT,
                        " at line %d, column %d",
                        json.getLocation().getLineNr(),
                        json.getLocation().getColumnNr())
                : "";
        var why = e instanceof JsonProcessingException json ? json.getOriginalMessage() : "the body ended early";
        return Problem.invalid("", "is not valid JSON" + where + ": " + CollectingHandler.firstSentence(why));
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : escape(step.getFieldName())))
                .collect(Collectors.joining());
    }

    private static String pointer(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        for (Path.Node step : violation.getPropertyPath()) {
            if (step.getIndex() != null) {
                pointer.append('/').append(step.getIndex());
            }
            if (step.getName() != null && !step.getName().startsWith("<")) {
                pointer.append('/').append(escape(step.getName()));
            }
        }
        return pointer.toString();
    }

    static String escape(String segment) {
        return segment.replace("~", "~0").replace("/", "~1");
    }
}
