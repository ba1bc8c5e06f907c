package ma.jazari.system;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import ma.jazari.system.harness.Answer;
import ma.jazari.system.harness.Caller;
import ma.jazari.system.harness.Registry;

/** Institutes, admitted and changed by the network administrator. Every POST carries a key of its own. */
final class Institutes {

    static final String PATH = "/v1/institutes";

    private static final int WORD_LENGTH = 12;

    private final Caller administrator;
    private final Attempts attempts;

    private Institutes(Caller administrator, Attempts attempts) {
        this.administrator = administrator;
        this.attempts = attempts;
    }

    static Institutes of(Registry registry) {
        return of(registry, Attempts.once());
    }

    static Institutes of(Registry registry, Attempts attempts) {
        return new Institutes(registry.as("root-admin"), attempts);
    }

    static String named(String name) {
        return """
                {"kind": "INSTITUTE", "names": [{"value": "%s", "lang": "fr", "type": "DISPLAY"}],
                 "missions": ["RESEARCH"], "region": "MA-03"}
                """
                .formatted(name);
    }

    static String path(String id) {
        return PATH + "/" + id;
    }

    /** A name that no other institute of the run has. */
    static String uniqueName(String name) {
        return name + " " + uniqueWord();
    }

    /** Of letters alone, so that a search for it finds nothing else. */
    static String uniqueWord() {
        return ThreadLocalRandom.current()
                .ints(WORD_LENGTH, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    Held draft(String name) {
        var keyed = withKey();
        return Held.of(attempts.carryOut(() -> keyed.post(PATH, named(name))).expect(201));
    }

    Held active(String name) {
        return move(move(draft(name), "PENDING"), "ACTIVE");
    }

    Held move(Held institute, String to) {
        var request = "{\"to\": \"%s\", \"reason\": \"as the test says\"}".formatted(to);
        var keyed = withKey().with("If-Match", institute.etag());
        return Held.of(attempts.carryOut(() -> keyed.post(path(institute.id()) + "/transitions", request))
                .expect(200));
    }

    /** The institute after the patch. Its client is the only one that changes it. */
    Held patch(Held institute, String patch) {
        var conditional = administrator.with("If-Match", institute.etag());
        var answer = attempts.carryOut(() -> conditional.patch(path(institute.id()), patch));
        // The first attempt was carried out and its answer lost.
        var done =
                answer.status() == 412 && answer.json().path("currentVersion").asInt() == institute.version() + 1;
        return Held.of(done ? read(institute.id()) : answer.expect(200));
    }

    private Answer read(String id) {
        return attempts.carryOut(() -> administrator.get(path(id))).expect(200);
    }

    private Caller withKey() {
        return administrator.with("Idempotency-Key", "\"" + UUID.randomUUID() + "\"");
    }
}
