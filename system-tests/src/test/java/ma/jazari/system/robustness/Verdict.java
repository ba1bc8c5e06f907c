package ma.jazari.system.robustness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import ma.jazari.system.harness.Answer;
import ma.jazari.system.harness.Json;

/** Holds an answer against the description. */
final class Verdict {

    private static final int SERVER_ERROR = 500;
    private static final int CLIENT_ERROR = 400;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final String PROBLEM = "application/problem+json";

    private Verdict() {}

    /** What is wrong with the answer; empty if it is as described. */
    static List<String> of(Question question, Answer answer) {
        if (!question.operation().asks(question.method())) {
            return ofAnotherMethod(answer);
        }
        var found = new ArrayList<String>();
        if (answer.status() >= SERVER_ERROR) {
            found.add("is answered " + answer.status());
        }
        var described = question.operation().answer(answer.status());
        if (described.isMissingNode()) {
            found.add("is answered " + answer.status() + ", which is not described");
        } else if (!answer.body().isEmpty()) {
            body(question, described, answer, found);
        }
        return found;
    }

    private static List<String> ofAnotherMethod(Answer answer) {
        boolean isRefused = answer.status() == METHOD_NOT_ALLOWED
                && !answer.header("Allow").isEmpty()
                && answer.header("Content-Type").startsWith(PROBLEM);
        return isRefused
                ? List.of()
                : List.of("is answered " + answer.status() + " with " + answer.header("Content-Type") + " and Allow: "
                        + answer.header("Allow"));
    }

    private static void body(Question question, JsonNode described, Answer answer, List<String> found) {
        var type = answer.header("Content-Type").replaceFirst(";.*", "");
        if (answer.status() >= CLIENT_ERROR && !type.equals(PROBLEM)) {
            found.add("is answered " + answer.status() + " with no problem but " + type);
        }
        var content = described.path("content");
        if (!content.has(type)) {
            found.add("is answered " + answer.status() + " with " + type + ", which is not described");
        } else if (type.endsWith("json") && !type.endsWith("ndjson")) {
            question
                    .operation()
                    .description()
                    .violations(
                            content.path(type).path("schema"),
                            Json.read(answer.body()).toString())
                    .stream()
                    .limit(3)
                    .forEach(violation -> found.add(
                            "is answered " + answer.status() + " with a body that is not as described: " + violation));
        }
    }
}
