package ma.jazari.events.registration;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ma.jazari.events.programevent.Question;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.text.WrittenText;
import org.jspecify.annotations.Nullable;

/** Answers to the questions of a registration form. */
final class Answers {

    private static final int LONGEST = 2_000;
    private static final int DIGITS = 30;

    private Answers() {}

    /** Adds what is wrong with the answers: to what nobody asked, of another type, missing. */
    static void check(Collection<Question> questions, Map<String, Object> answers, Violations violations) {
        var asked = questions.stream().map(Question::key).collect(Collectors.toSet());
        answers.keySet().stream()
                .filter(key -> !asked.contains(key))
                .forEach(key -> violations.add("/answers/" + escaped(key), "answers no question of this event"));
        for (var question : questions) {
            var answer = answers.get(question.key());
            var objection = answer == null || saysNothing(answer) ? missing(question) : objection(question, answer);
            if (objection != null) {
                violations.add("/answers/" + question.key(), objection);
            }
        }
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private static boolean saysNothing(Object answer) {
        return answer instanceof Collection<?> several && several.isEmpty();
    }

    private static @Nullable String missing(Question question) {
        return question.isRequired() ? "is required" : null;
    }

    private static @Nullable String objection(Question question, Object answer) {
        var options = question.options();
        return switch (question.type()) {
            case TEXT -> isText(answer) ? null : "must be text of 1 to " + LONGEST + " characters";
            case NUMBER ->
                isNumber(answer)
                        ? null
                        : "must be a number with at most " + DIGITS + " digits before and after the point";
            case BOOLEAN -> answer instanceof Boolean ? null : "must be true or false";
            case DATE -> isDate(answer) ? null : "must be a date such as 2026-01-12";
            case CHOICE -> options != null && options.contains(answer) ? null : "must be one of " + options;
            case CHOICES -> isSomeOf(options, answer) ? null : "must be an array of some of " + options + ", each once";
        };
    }

    private static boolean isText(Object answer) {
        return answer instanceof String text
                && !text.isBlank()
                && text.length() <= LONGEST
                && text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t');
    }

    private static boolean isNumber(Object answer) {
        if (!(answer instanceof Number written)) {
            return false;
        }
        var number = exact(written);
        return number.scale() <= DIGITS && (long) number.precision() - number.scale() <= DIGITS;
    }

    private static BigDecimal exact(Number written) {
        return (written instanceof BigDecimal number ? number : new BigDecimal(written.toString()))
                .stripTrailingZeros();
    }

    private static boolean isDate(Object answer) {
        try {
            return answer instanceof String text && LocalDate.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isSomeOf(@Nullable Collection<String> options, Object answer) {
        return answer instanceof Collection<?> chosen
                && options != null
                && options.containsAll(chosen)
                && new HashSet<>(chosen).size() == chosen.size();
    }

    /** The answers as they are kept: without those that say nothing, text in its composed form. */
    static Map<String, Object> kept(Map<String, Object> answers) {
        var kept = new TreeMap<String, Object>();
        answers.forEach((key, answer) -> {
            if (answer != null) {
                kept.put(key, kept(answer));
            }
        });
        return kept;
    }

    private static Object kept(Object answer) {
        return switch (answer) {
            case String text -> WrittenText.of(text);
            case BigDecimal number -> plain(exact(number));
            default -> answer;
        };
    }

    /** Without an exponent where it is whole. */
    private static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /** Reads an answer as it is written: numbers to the last digit. */
    static final class Exact extends StdDeserializer<Object> {

        Exact() {
            super(Object.class);
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)
                    ? parser.getDecimalValue()
                    : context.readValue(parser, Object.class);
        }
    }
}
