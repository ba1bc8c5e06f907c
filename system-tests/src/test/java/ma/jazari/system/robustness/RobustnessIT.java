package ma.jazari.system.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import ma.jazari.system.harness.Answer;
import ma.jazari.system.harness.Caller;
import ma.jazari.system.harness.Registry;
import ma.jazari.system.harness.SystemTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Never a failure, never an answer that is not described, whatever is asked. */
@SystemTest
@Order(3)
class RobustnessIT {

    private static final int CLIENTS = 8;
    private static final List<String> COLLECTIONS =
            List.of("institutes", "partners", "conventions", "programmes", "program-events", "change-suggestions");

    private final Registry registry;
    private final Map<String, String> ids = new HashMap<>();

    RobustnessIT(Registry registry) {
        this.registry = registry;
    }

    /** One of the questions moves the clock of the sandbox, for the tests after this one too. */
    @AfterEach
    void puts_the_clock_right() {
        registry.as("root-admin").put("/v1/sandbox/clock", "{\"days\": 0}").expect(200);
    }

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void answers_every_question_as_described() throws Exception {
        var description = new Description(
                registry.anonymous().get("/openapi.json").expect(200).json());
        findIds();

        var questions = description.operations().stream()
                .flatMap(operation -> Questions.of(operation, this::withKnownIds).stream())
                .toList();
        var findings = findings(questions);

        System.out.printf(
                "%d questions to %d operations, %d findings%n",
                questions.size(), description.operations().size(), findings.size());
        assertThat(questions).hasSizeGreaterThan(5_000);
        assertThat(findings).isEmpty();
    }

    private List<String> findings(List<Question> questions) throws Exception {
        var findings = new ArrayList<String>();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var answers = questions.stream()
                    .map(question -> clients.submit(() -> findings(question)))
                    .toList();
            for (var answer : answers) {
                findings.addAll(answer.get());
            }
        }
        return findings;
    }

    private List<String> findings(Question question) {
        return Verdict.of(question, ask(question)).stream()
                .map(finding -> question + ": " + finding)
                .toList();
    }

    private void findIds() {
        for (var collection : COLLECTIONS) {
            registry.as("auditor").get("/v1/" + collection + "?limit=1").expect(200).texts("/items", "/id").stream()
                    .findFirst()
                    .ifPresent(id -> ids.put("/v1/" + collection + "/", id));
        }
    }

    private Question withKnownIds(Question plain) {
        var question = plain;
        for (var parameter : plain.operation().parameters("path")) {
            question = question.withPath(parameter.name(), "1");
        }
        // Nothing that is there is taken away.
        if (plain.operation().method().equals("delete")) {
            return question;
        }
        for (var known : ids.entrySet()) {
            var path = plain.operation().path();
            if (path.startsWith(known.getKey() + "{")) {
                var name = path.substring(known.getKey().length() + 1, path.indexOf('}'));
                question = question.withPath(name, known.getValue());
            }
        }
        return question;
    }

    private Answer ask(Question question) {
        Caller caller = question.caller() == null ? registry.anonymous() : registry.as(question.caller());
        for (var header : question.headers().entrySet()) {
            caller = caller.with(header.getKey(), header.getValue());
        }
        return caller.request(question.method(), question.address(), question.body());
    }
}
