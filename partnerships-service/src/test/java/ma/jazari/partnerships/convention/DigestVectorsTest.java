package ma.jazari.partnerships.convention;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.jazari.contracts.ContractFiles;
import ma.jazari.partnerships.agreement.CanonicalForm;
import ma.jazari.platform.json.JsonBinder;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published vectors of jcs-sha256-v1, through the code that serves requests. */
class DigestVectorsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path VECTORS = ContractFiles.folder("digest-vectors");

    private final JsonBinder binder =
            new JsonBinder(Validation.buildDefaultValidatorFactory().getValidator());

    @ParameterizedTest
    @MethodSource("names")
    void holds(String name) {
        assertThat(faults(vector(name))).as(name).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void notices_a_vector_that_was_changed(String name) {
        var digest = vector(name);
        digest.put("digest", digest.get("digest").asText().replaceFirst("^.", "x"));
        var form = vector(name);
        form.put("canonicalForm", form.get("canonicalForm").asText() + " ");
        var agreement = vector(name);
        ((ObjectNode) agreement.at("/agreement/titles/0")).put("value", "Autre titre");

        assertThat(List.of(digest, form, agreement))
                .noneMatch(vector -> faults(vector).isEmpty());
    }

    @Test
    void are_the_same_for_the_same_content_and_differ_for_any_other() {
        var byDigest =
                names().collect(groupingBy(name -> vector(name).get("digest").asText()));

        assertThat(byDigest.values())
                .filteredOn(same -> same.size() > 1)
                .containsExactlyInAnyOrder(
                        List.of("01-minimal.json", "05-minimal-with-empty-members.json"),
                        List.of(
                                "02-everything.json",
                                "03-everything-in-another-order.json",
                                "04-everything-written-otherwise.json"));
    }

    @Test
    void name_the_decimals_that_money_has_here() throws IOException {
        var rows = Pattern.compile("\\| ([034]) \\| ([A-Z ]+) \\|")
                .matcher(Files.readString(VECTORS.resolve("README.md")))
                .results()
                .collect(toMap(row -> Integer.valueOf(row.group(1)), row -> codes(row.group(2))));

        var known = Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .filter(currency -> currency.getDefaultFractionDigits() != 2)
                .collect(groupingBy(Currency::getDefaultFractionDigits));
        assertThat(rows.keySet()).isEqualTo(known.keySet());
        assertThat(known).allSatisfy((decimals, currencies) -> assertThat(currencies)
                .extracting(Currency::getCurrencyCode)
                .containsExactlyInAnyOrderElementsOf(rows.getOrDefault(decimals, Set.of())));
    }

    @Test
    void hold_for_the_implementation_that_is_published_with_them() throws Exception {
        var process = python("-B", VECTORS.resolve("check.py").toString());

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("holds 02-everything.json")
                .doesNotContain("NOT");
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private static Process python(String... arguments) {
        var command = new ArrayList<>(List.of("python3"));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return Assumptions.abort("there is no python3 here");
        }
    }

    private List<String> faults(ObjectNode vector) {
        var faults = new ArrayList<String>();
        var agreement =
                binder.bind(vector.get("agreement"), ConventionRequest.class).agreement();
        var form = CanonicalForm.of(agreement);
        if (!form.equals(vector.get("canonicalForm").asText())) {
            faults.add("the canonical form is " + form);
        }
        if (!CanonicalForm.digest(form).value().equals(vector.get("digest").asText())) {
            faults.add("the digest is " + CanonicalForm.digest(form).value());
        }
        if (!sha256(vector.get("canonicalForm").asText())
                .equals(vector.get("digest").asText())) {
            faults.add("the digest is not that of the canonical form beside it");
        }
        return faults;
    }

    static Stream<String> names() {
        try (var files = Files.list(VECTORS)) {
            var names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .toList();
            assertThat(names).hasSizeGreaterThan(10);
            return names.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode vector(String name) {
        try {
            return (ObjectNode) JSON.readTree(Files.readAllBytes(VECTORS.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> codes(String row) {
        return Set.copyOf(Arrays.asList(row.split(" ", -1)));
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
