package ma.jazari.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static ma.jazari.system.Conventions.approve;
import static ma.jazari.system.Conventions.path;
import static ma.jazari.system.Institutes.uniqueWord;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import ma.jazari.platform.test.HashChain;
import ma.jazari.platform.test.evidence.Bundle;
import ma.jazari.platform.test.evidence.EvidenceCheck;
import ma.jazari.system.harness.Answer;
import ma.jazari.system.harness.Caller;
import ma.jazari.system.harness.Change;
import ma.jazari.system.harness.Feed;
import ma.jazari.system.harness.Registry;
import ma.jazari.system.harness.SystemTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A convention from its draft to its end, by the real tokens of its two parties, and what a stranger sees of it: nothing. */
@SystemTest
class ConventionJourneyIT {

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final String word = uniqueWord();
    private final Registry registry;
    private final Caller fes;
    private final Caller university;
    private final Caller network;
    private final Caller stranger;
    private final String instituteId;
    private final String partnerId;
    private final String since;
    private final JsonNode countedForStranger;
    private final JsonNode countedForAll;

    ConventionJourneyIT(Registry registry) {
        this.registry = registry;
        this.fes = registry.as("fes-admin").with("If-Match", "*");
        this.university = registry.as("partner-demo").with("If-Match", "*");
        this.network = registry.as("root-admin").with("If-Match", "*");
        this.stranger = registry.as("agadir-admin").with("If-Match", "*");
        this.instituteId = first("/v1/institutes?q=jazari%20fes&status=ACTIVE");
        this.partnerId = first("/v1/partners?q=sidi%20mohamed%20ben%20abdellah");
        this.since = Feed.of(registry.as("auditor")).now();
        this.countedForStranger = counts(stranger);
        this.countedForAll = counts(registry.anonymous());
    }

    @BeforeEach
    @AfterEach
    void puts_the_clock_right() {
        moveClock(0);
    }

    @Test
    void is_negotiated_signed_in_force_amended_noticed_and_terminated() throws GeneralSecurityException, IOException {
        var id = fes.post(Conventions.PATH, draft()).expect(201).text("/id");
        isHidden(id);

        move(fes, id, "{\"to\": \"PROPOSED\"}");
        isHidden(id);
        var countered = move(
                university,
                id,
                """
                {"to": "PROPOSED", "revision": {"terms": [{"number": "1", "text": "Un laboratoire commun.", "lang": "fr"}]}}
                """);
        assertThat(countered.text("/revision")).isEqualTo("2");
        isHidden(id);
        approve(fes, id, Conventions.institute(instituteId)).expect(201);
        assertThat(approve(university, id, Conventions.partner(partnerId))
                        .expect(201)
                        .text("/status"))
                .isEqualTo("APPROVED");
        isHidden(id);
        signByKey(id);
        assertThat(signInInk(id).text("/status")).isEqualTo("SIGNED");
        isHidden(id);

        moveClock(1);
        var inForce = registry.anonymous().get(path(id)).expect(200);
        assertThat(inForce.text("/status")).isEqualTo("IN_FORCE");
        assertThat(inForce.text("/inForceRevision")).isEqualTo("2");
        assertThat(inForce.json().has("contacts")).isFalse();

        university
                .post(path(id) + "/revisions", "{\"effectiveTo\": \"%s\"}".formatted(today.plusYears(4)))
                .expect(201);
        assertThat(registry.anonymous().get(path(id)).text("/effectiveTo"))
                .isEqualTo(today.plusYears(3).toString());
        stranger.get(path(id) + "?view=proposed").expectProblem(404, "not-found");
        approve(fes, id, Conventions.institute(instituteId)).expect(201);
        assertThat(approve(university, id, Conventions.partner(partnerId))
                        .expect(201)
                        .text("/inForceRevision"))
                .isEqualTo("3");

        move(university, id, "{\"to\": \"TERMINATION_NOTICED\", \"reason\": \"réorganisation\"}");
        moveClock(30);
        assertThat(registry.anonymous().get(path(id)).text("/status")).isEqualTo("TERMINATION_NOTICED");
        moveClock(31);
        assertThat(registry.anonymous().get(path(id)).text("/status")).isEqualTo("TERMINATED");
        isProvable(id);
    }

    private String draft() {
        return """
                {"titles": [{"value": "Convention %s", "lang": "fr"}], "kind": "SPECIFIC", "domains": ["RESEARCH"],
                 "parties": [{"party": %s, "roles": ["PARTY", "SIGNATORY"]}, {"party": %s, "roles": ["PARTY", "SIGNATORY"]}],
                 "effectiveFrom": "%s", "effectiveTo": "%s", "renewal": {"mode": "EXPLICIT", "noticeDays": 30},
                 "contacts": [{"party": %s, "email": "secret-%s@example.org"}]}
                """
                .formatted(
                        word,
                        Conventions.institute(instituteId),
                        Conventions.partner(partnerId),
                        today.plusDays(1),
                        today.plusYears(3),
                        Conventions.partner(partnerId),
                        word);
    }

    /** A stranger's token, and no token, see none of it at any address, in any list, count, facet or feed. */
    private void isHidden(String id) {
        for (var below : List.of(
                "",
                "?view=proposed",
                "?asOf=2100-01-01",
                "/history",
                "/revisions",
                "/revisions/1",
                "/revisions/1/canonical-form",
                "/revisions/1/diff?to=1",
                "/attachments",
                "/obligations",
                "/evidence")) {
            stranger.get(path(id) + below).expectProblem(404, "not-found");
            registry.anonymous().get(path(id) + below).expectProblem(404, "not-found");
        }
        stranger.patch(path(id), "{\"kind\": \"MEMORANDUM\"}").expectProblem(404, "not-found");
        stranger.post(path(id) + "/transitions", "{\"to\": \"WITHDRAWN\"}").expectProblem(404, "not-found");
        stranger.post(path(id) + "/revisions", "{\"kind\": \"MEMORANDUM\"}").expectProblem(404, "not-found");
        stranger.post(path(id) + "/consents", "{\"to\": \"RENEWAL\"}").expectProblem(404, "not-found");
        stranger.delete(path(id) + "/approvals").expectProblem(404, "not-found");
        stranger.upload(path(id) + "/attachments?name=x.pdf", pdf(), "application/pdf")
                .expectProblem(404, "not-found");
        isInNoList(id);
    }

    private void isInNoList(String id) {
        for (var caller : List.of(stranger, registry.anonymous())) {
            for (var filter : List.of("q=" + word, "ids=" + id, "party=" + partnerId + "&q=" + word)) {
                var found = caller.get("/v1/conventions?total=true&" + filter).expect(200);
                assertThat(found.elements("/items")).isEmpty();
                assertThat(found.json().path("total").asInt()).isZero();
            }
            var counted = caller.get("/v1/conventions?limit=1&facets=status,kind,domain,region&ids=" + id)
                    .expect(200);
            assertThat(counted.json().path("facets"))
                    .allSatisfy(values -> assertThat(values).isEmpty());
            assertThat(counts(caller)).isEqualTo(countsBefore(caller));
            assertThat(Feed.of(caller).after(since)).extracting(Change::subject).doesNotContain(id);
        }
        assertThat(stranger.get("/v1/deadlines?convention=" + id).expect(200).elements("/items"))
                .isEmpty();
        for (var insider : List.of(fes, university, network, registry.as("auditor"))) {
            assertThat(insider.get("/v1/conventions?total=true&q=" + word).texts("/items", "/id"))
                    .containsExactly(id);
            assertThat(Feed.of(insider).after(since, id))
                    .extracting(Change::subject)
                    .contains(id);
        }
    }

    /** What is counted for a caller, of which the convention must be no part. */
    private static JsonNode counts(Caller caller) {
        return caller.get("/v1/conventions/statistics").expect(200).json().path("total");
    }

    private JsonNode countsBefore(Caller caller) {
        return caller == stranger ? countedForStranger : countedForAll;
    }

    private void signByKey(String id) throws GeneralSecurityException {
        var system = SigningSystem.withKey("fes-" + word);
        fes.put("/v1/institutes/" + instituteId + "/keys", system.keySet()).expect(200);
        var canonical = fes.download(path(id) + "/revisions/2/canonical-form");
        var digest = fes.get(path(id)).text("/digest/value");
        assertThat(sha256(canonical)).isEqualTo(digest);

        fes.post(
                        path(id) + "/signatures",
                        """
                        {"party": %s, "revision": 2, "digest": "%s", "method": "JWS", "jws": "%s"}
                        """
                                .formatted(Conventions.institute(instituteId), digest, system.sign(canonical)))
                .expect(201);
    }

    private Answer signInInk(String id) {
        var scan = network.upload(path(id) + "/attachments?name=convention.pdf", pdf(), "application/pdf")
                .expect(201);
        return network.post(
                        path(id) + "/signatures",
                        """
                        {"party": %s, "revision": 2, "digest": "%s", "method": "WET_INK", "attachmentId": "%s",
                         "signedOn": "%s"}
                        """
                                .formatted(
                                        Conventions.partner(partnerId),
                                        network.get(path(id)).text("/digest/value"),
                                        scan.text("/id"),
                                        today))
                .expect(201);
    }

    private void isProvable(String id) throws IOException {
        verifiesOffline(Bundle.of(fes.download(path(id) + "/evidence?revision=2")), "signatures.json", 2);
        verifiesOffline(
                Bundle.of(registry.anonymous().download(path(id) + "/evidence?revision=2")), "signatures.json", 2);
        verifiesOffline(Bundle.of(fes.download(path(id) + "/evidence")), "approvals.json", 2);
        var history = fes.get(path(id) + "/history?limit=200").expect(200);
        assertThat(HashChain.holds(history.body())).isTrue();
        assertThat(history.texts("/items", "/type"))
                .containsSubsequence(
                        "convention.drafted",
                        "convention.proposed",
                        "convention.countered",
                        "convention.approved",
                        "convention.signed",
                        "convention.entered-into-force",
                        "convention.amended",
                        "convention.termination-noticed",
                        "convention.terminated");
        assertThat(registry.anonymous().get(path(id) + "/history?limit=200").body())
                .doesNotContain("secret-", "convention.proposed", "amendment-proposed");
    }

    private static void verifiesOffline(Bundle bundle, String acts, int number) throws IOException {
        assertThat(EvidenceCheck.faults(bundle)).isEmpty();
        assertThat(bundle.json(acts)).hasSize(number);
        var altered = bundle.withManifested("canonical-form.json", bundle.flipped("canonical-form.json", 10));
        assertThat(EvidenceCheck.faults(altered)).isNotEmpty();
    }

    private static Answer move(Caller caller, String id, String move) {
        return caller.post(path(id) + "/transitions", move).expect(200);
    }

    private void moveClock(int days) {
        network.put("/v1/sandbox/clock", "{\"days\": %d}".formatted(days)).expect(200);
    }

    private String first(String list) {
        return registry.anonymous().get(list).expect(200).texts("/items", "/id").getFirst();
    }

    private static byte[] pdf() {
        return "%PDF-1.7\nsigned\n%%EOF\n".getBytes(US_ASCII);
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
