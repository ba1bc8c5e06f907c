package ma.jazari.partnerships.evidence;

import static java.util.stream.Collectors.joining;
import static ma.jazari.partnerships.convention.ConventionFixture.attach;
import static ma.jazari.partnerships.convention.ConventionFixture.publishKey;
import static ma.jazari.partnerships.evidence.EvidenceFixture.approved;
import static ma.jazari.partnerships.evidence.EvidenceFixture.bundle;
import static ma.jazari.partnerships.evidence.EvidenceFixture.inForce;
import static ma.jazari.partnerships.evidence.EvidenceFixture.signWith;
import static ma.jazari.partnerships.evidence.EvidenceTest.signer;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.activeInstitute;
import static ma.jazari.partnerships.partner.PartnerFixture.activePartner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import ma.jazari.platform.test.evidence.Bundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program that comes with each bundle, run as its reader would. */
@QuarkusTest
@WithTestResource(RealParts.class)
class VerificationProgramTest {

    private static final String PROGRAM = "partnerships-service/src/main/resources/evidence/verify.py";

    private Path directory;
    private String institute;
    private String partner;

    @BeforeEach
    void two_parties(@TempDir Path temporary) throws Exception {
        directory = temporary;
        assumeTrue(has("python3", "--version") && has("openssl", "version"));
        institute = activeInstitute();
        partner = activePartner("Université de preuve");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "EdDSA", "PS256"})
    void finds_nothing_wrong_with_a_bundle(String algorithm) throws Exception {
        var id = inForce(institute, partner, signer(algorithm));

        var forParties = verified(bundle(Tokens.partner(partner), id));
        var forAll = verified(bundle(null, id));

        assertThat(forParties.output())
                .contains("ok    the signature of INSTITUTE:" + institute + ": " + algorithm)
                .contains("ok    the history: all of ")
                .contains("ok    the history and the text: digest, approvals and signatures are those of version")
                .contains("3 files; annexes of the text: 2, signatures in ink: 1")
                .endsWith("\nOK\n");
        assertThat(forParties.exitCode()).isZero();
        assertThat(forAll.output())
                .contains("is private, and not in this bundle")
                .endsWith("\nOK\n");
        assertThat(forAll.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "EdDSA", "PS256"})
    void is_not_needed_by_those_who_follow_the_readme(String algorithm) throws Exception {
        assumeTrue(has("jq", "--version") && has("sha256sum", "--version") && has("od", "--version"));
        var id = inForce(institute, partner, signer(algorithm));
        var bundle = bundle(Tokens.instituteAdmin(institute), id);
        var steps = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL)
                .matcher(bundle.text("README.md"))
                .results()
                .map(step -> step.group(1))
                .collect(joining("\n"));

        var followed = run(bundle.unpack(Files.createTempDirectory(directory, "bundle")), "sh", "-ec", steps);

        assertThat(followed.output())
                .contains("canonical-form.json: OK", "version 1 holds", " urn:key:1 valid from ")
                .containsPattern("Verified OK|Signature Verified Successfully")
                .doesNotContain("NOT", "FAILED");
        assertThat(followed.exitCode()).as(followed.output()).isZero();
    }

    @Test
    void takes_a_signature_over_the_text_as_it_is_and_a_text_that_is_not_signed_by_all() throws Exception {
        var id = approved(institute, partner);
        var signer = signer("EdDSA");
        publishKey(Tokens.instituteAdmin(institute), institute, signer);
        signWith(
                institute,
                id,
                signer,
                Map.of("b64", false, "crit", List.of("b64"), "convention", id, "revision", 1, "name", "É"));

        var verified = verified(bundle(Tokens.instituteAdmin(institute), id));

        assertThat(verified.output())
                .contains("ok    the signatures: 1 name this digest; missing are ['PARTNER:" + partner + "']");
        assertThat(verified.exitCode()).as(verified.output()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"canonical-form.json, 30", "signature, 200", "history.ndjson, 300", "approvals.json, 5", "digest.txt, 7"
    })
    void finds_a_byte_that_was_altered(String name, int place) throws Exception {
        var id = inForce(institute, partner, signer("ES256"));
        var bundle = bundle(Tokens.instituteAdmin(institute), id);
        var file = name.equals("signature") ? "signatures/" + institute + ".jws" : name;
        var flipped = bundle.flipped(file, Math.min(place, bundle.bytes(file).length - 1));

        var altered = verified(bundle.with(file, flipped));
        var manifested = verified(bundle.withManifested(file, flipped));

        assertThat(altered.output()).contains("WRONG " + file + ": has not the SHA-256 of the manifest", "NOT OK, ");
        assertThat(altered.exitCode()).isEqualTo(1);
        assertThat(manifested.output()).contains("ok    " + file + "\n", "NOT OK, ");
        assertThat(manifested.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "approvals.json | \"revision\" : 1 | \"revision\" : 2 | means another revision",
                "approvals.json | \"digest\" : \" | \"digest\" : \"0 | means another digest",
                "approvals.json | PARTNER | INSTITUTE | has not approved it",
                "signatures.json | WET_INK | JWS | lists other signatures by key",
                "signatures.json | 2026-11-20 | 2026-11-21 | tells of other signatures",
                "keys | \"validFrom\" : \"20 | \"validFrom\" : \"30 | was not valid at",
                "keys | P-256 | P-257 | is of another type",
                "keys | \"kid\" : \"urn | \"kid\" : \"url | is not in keys/",
                "convention.json | CNV-20 | CNV-21 | its code is another",
                "history.ndjson | \"version\":2 | \"version\":3 | has not its hash",
                "attachments/signed.pdf | %PDF-1.7 | %PDF-1.6 | is not the file that the convention has",
            })
    void finds_what_was_written_over_with_the_manifest(String name, String before, String after, String fault)
            throws Exception {
        var id = inForce(institute, partner, signer("ES256"));
        var bundle = bundle(Tokens.instituteAdmin(institute), id);
        var file = name.equals("keys") ? "keys/" + institute + ".jwks.json" : name;
        var text = bundle.text(file);
        assertThat(text).contains(before);

        var altered = verified(bundle.withManifested(
                file, text.replaceFirst(Pattern.quote(before), after).getBytes(StandardCharsets.UTF_8)));

        assertThat(altered.output()).contains(fault, "NOT OK, ");
        assertThat(altered.exitCode()).isEqualTo(1);
    }

    @Test
    void finds_what_was_taken_away_or_put_in_the_place_of_another() throws Exception {
        var id = inForce(institute, partner, signer("ES256"));
        var other = inForce(activeInstitute(), partner, signer("ES256"));
        attach(Tokens.networkAdmin(), id, "preuve.pdf", "PUBLIC").then().statusCode(201);
        var bundle = bundle(Tokens.networkAdmin(), id);
        var foreign = bundle(Tokens.networkAdmin(), other);
        var lines = bundle.text("history.ndjson").lines().toList();

        var shorter = String.join("\n", lines.subList(0, lines.size() - 1)) + "\n";
        assertThat(verified(bundle.withManifested("history.ndjson", shorter.getBytes(StandardCharsets.UTF_8)))
                        .output())
                .contains("and the manifest says " + lines.size());
        assertThat(verified(bundle.withManifested("history.ndjson", foreign.bytes("history.ndjson")))
                        .output())
                .contains("is of another record");
        var pem = bundle.names().stream()
                .filter(name -> name.endsWith(".pem"))
                .findFirst()
                .orElseThrow();
        var foreignPem = foreign.names().stream()
                .filter(name -> name.endsWith(".pem"))
                .findFirst()
                .orElseThrow();
        assertThat(verified(bundle.withManifested(pem, foreign.bytes(foreignPem)))
                        .output())
                .contains(pem + " is another key");
        var folder = bundle.unpack(Files.createTempDirectory(directory, "bundle"));
        Files.delete(folder.resolve("approvals.json"));
        assertThat(verified(folder).exitCode()).isEqualTo(1);
        assertThat(verified(Files.createTempDirectory(directory, "empty")).exitCode())
                .isEqualTo(1);
    }

    private Answer verified(Bundle bundle) throws Exception {
        return verified(bundle.unpack(Files.createTempDirectory(directory, "bundle")));
    }

    /** By the program as it is in the sources, as its reader is told to take it. */
    private static Answer verified(Path folder) throws Exception {
        var program = Path.of(System.getProperty("jazari.root"), PROGRAM);
        return run(folder, "python3", "-B", program.toString(), folder.toString());
    }

    private static Answer run(Path folder, String... command) throws Exception {
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output);
    }

    private static boolean has(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private record Answer(int exitCode, String output) {}
}
