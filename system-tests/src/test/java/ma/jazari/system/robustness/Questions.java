package ma.jazari.system.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** All wrong ways to ask for an operation. */
final class Questions {

    private static final String ADMINISTRATOR = "root-admin";
    private static final String ANOTHER = "agadir-admin";

    private static final List<String> WRONG_IDS =
            List.of("nonsense", "0", "-1", "%F0%9F%98%80", "%00", "%22%27", "a".repeat(300));
    private static final List<String> WRONG_VALUES = List.of(
            "",
            "%40%40%40",
            "-1",
            "0",
            "1.5",
            "99999999999999999999",
            "2026-13-45",
            "+292278994-08-17T07:12:55.807Z",
            "true",
            "%00",
            "%F0%9F%98%80",
            "%25",
            "a%2Cb%2C%2C",
            "*",
            "x".repeat(2_000));
    private static final List<String> WRONG_BODIES = List.of(
            "",
            "no JSON",
            "null",
            "[]",
            "\"text\"",
            "1",
            "{}",
            "{\"nonsense\": 1}",
            "{\"a\":",
            "[".repeat(3_000),
            "{\"\\u0000\": \"\\u0000\"}");
    private static final List<String> WRONG_MEMBERS = List.of(
            "null",
            "1",
            "-99999999999999999999999999",
            "1e400",
            "\"\"",
            "\"nonsense\"",
            "\"\\u0000\"",
            "\"" + "x".repeat(20_000) + "\"",
            "true",
            "{}",
            "[]",
            "[null]",
            "[[]]",
            "[{}]",
            "{\"nonsense\": {\"nonsense\": []}}");

    private final Operation operation;
    private final Question plain;
    private final List<Question> questions = new ArrayList<>();

    private Questions(Operation operation, UnaryOperator<Question> known) {
        this.operation = operation;
        var bare = new Question(
                "as it is",
                operation,
                operation.method().toUpperCase(Locale.ROOT),
                ADMINISTRATOR,
                Map.of(),
                "",
                Map.of(),
                operation.takesBody() ? "{}" : null);
        this.plain = known.apply(withHeaders(bare));
    }

    /** @param known fills the path with ids of records that are there */
    static List<Question> of(Operation operation, UnaryOperator<Question> known) {
        var all = new Questions(operation, known);
        all.callers();
        all.addresses();
        all.queries();
        all.headers();
        all.bodies();
        all.methods();
        return List.copyOf(all.questions);
    }

    private static Question withHeaders(Question question) {
        var operation = question.operation();
        var all = question;
        if (operation.takesBody()) {
            all = all.withHeader("Content-Type", operation.jsonBody().orElse("application/octet-stream"));
        }
        for (var header : operation.parameters("header")) {
            all = switch (header.name()) {
                case "Idempotency-Key" -> all.withHeader(header.name(), "\"" + UUID.randomUUID() + "\"");
                case "If-Match" -> all.withHeader(header.name(), "\"1\"");
                default -> all;
            };
        }
        return all;
    }

    private void callers() {
        // What would be done is not asked for by who may do it.
        if (operation.method().equals("get")) {
            questions.add(plain);
        }
        questions.add(plain.by(null).named("no token"));
        questions.add(plain.by(ANOTHER).named("the token of another institute"));
        questions.add(plain.by("partner-demo").named("the token of a partner"));
        questions.add(
                plain.withHeader("Accept", "application/x-nonsense").by(null).named("nothing that is acceptable"));
        questions.add(plain.withHeader("Accept", "nonsense, */*;q=a").by(null).named("no media type to accept"));
    }

    private void addresses() {
        for (var parameter : operation.parameters("path")) {
            for (var id : WRONG_IDS) {
                questions.add(plain.withPath(parameter.name(), id).named(parameter.name() + " is " + start(id)));
            }
        }
    }

    private void queries() {
        if (!operation.method().equals("get")) {
            return;
        }
        for (var parameter : operation.parameters("query")) {
            for (var value : WRONG_VALUES) {
                questions.add(plain.withQuery(parameter.name() + "=" + value)
                        .named("?" + parameter.name() + "=" + start(value)));
            }
            questions.add(plain.withQuery(parameter.name() + "=a&" + parameter.name() + "=b")
                    .named("?" + parameter.name() + " twice"));
        }
        questions.add(plain.withQuery("nonsense=1").named("an unknown parameter"));
    }

    private void headers() {
        for (var header : operation.parameters("header")) {
            for (var value : List.of("nonsense", "\"", "*, \"\"", "x".repeat(5_000))) {
                questions.add(plain.withHeader(header.name(), value).named(header.name() + ": " + start(value)));
            }
        }
    }

    private void bodies() {
        if (!operation.takesBody()) {
            return;
        }
        questions.add(plain.withHeader("Content-Type", "text/x-nonsense").named("a media type that it does not take"));
        questions.add(plain.withHeader("Content-Type", "nonsense").named("no media type at all"));
        if (operation.jsonBody().isEmpty()) {
            return;
        }
        for (var body : WRONG_BODIES) {
            questions.add(plain.withBody(body).named("the body " + start(body)));
        }
        for (var member : operation.members()) {
            for (var value : WRONG_MEMBERS) {
                questions.add(
                        plain.withBody("{\"" + member + "\": " + value + "}").named(member + " is " + start(value)));
            }
        }
    }

    private void methods() {
        for (var method : operation.methodsThatAreNot()) {
            questions.add(plain.withMethod(method).withBody(null).named("but " + method));
        }
    }

    private static String start(String text) {
        return text.length() <= 30 ? text : text.substring(0, 30) + "... (" + text.length() + " characters)";
    }
}
