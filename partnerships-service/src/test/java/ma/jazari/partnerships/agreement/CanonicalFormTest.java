package ma.jazari.partnerships.agreement;

import static ma.jazari.partnerships.agreement.AgreementFixture.INSTITUTE;
import static ma.jazari.partnerships.agreement.AgreementFixture.agreement;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalFormTest {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null))
            .build();
    private static final List<String> SET_LIKE = List.of(
            "/titles",
            "/domains",
            "/parties",
            "/parties/0/roles",
            "/parties/1/roles",
            "/contributions",
            "/obligations",
            "/annexes");

    @Test
    void is_the_text_that_its_description_says() {
        assertThat(CanonicalForm.of(agreement()))
                .isEqualTo(
                        """
                        {"annexes":["%s","%s"],"contributions":[\
                        {"amount":"1500000.00","currency":"MAD","party":{"id":"j4k7xq236","type":"INSTITUTE"}},\
                        {"amount":"5.00","currency":"MAD","party":{"id":"p5m2c0066","type":"PARTNER"},"purpose":"Équipement"}],\
                        "domains":["RESEARCH","TRAINING"],"effectiveFrom":"2026-03-01","effectiveTo":"2029-02-28",\
                        "kind":"FRAMEWORK",\
                        "obligations":[\
                        {"deliverable":"Laboratoire commun","due":"2026-12-31","key":"lab",\
                        "party":{"id":"j4k7xq236","type":"INSTITUTE"}},\
                        {"deliverable":"Rapport annuel","key":"report","party":{"id":"p5m2c0066","type":"PARTNER"}}],\
                        "parties":[\
                        {"party":{"id":"j4k7xq236","type":"INSTITUTE"},"roles":["PARTY","SIGNATORY"]},\
                        {"party":{"id":"p5m2c0066","type":"PARTNER"},"roles":["PARTY","SIGNATORY"],\
                        "signatory":{"name":"Amina Alaoui","title":"Présidente"}}],\
                        "renewal":{"mode":"TACIT","months":12,"noticeDays":90,"times":1},\
                        "terms":[\
                        {"heading":"Objet","lang":"fr","number":"1",\
                        "text":"Le cadre de la coopération.\\nEt \\"rien\\" d'autre."},\
                        {"lang":"fr","number":"2","text":"Trois ans."}],\
                        "titles":[{"lang":"ar","value":"اتفاقية إطار"},{"lang":"fr","value":"Convention cadre"}]}"""
                                .formatted("a".repeat(64), "b".repeat(64)));
    }

    @Test
    void has_the_digest_that_another_implementation_finds() {
        var digest = CanonicalForm.digest(CanonicalForm.of(agreement()));

        assertThat(digest.algorithm()).isEqualTo("jcs-sha256-v1");
        // printf '%s' "$canonicalForm" | sha256sum
        assertThat(digest.value()).isEqualTo("d109f3a358ea29ddc4564079a0beded6b9fc5bac703960643691de349a590ce1");
    }

    @Property(tries = 200)
    void does_not_depend_on_the_order_of_what_is_a_set(@ForAll Random random) {
        var tree = tree();
        for (var pointer : SET_LIKE) {
            shuffle((ArrayNode) tree.at(pointer), random);
        }

        assertThat(CanonicalForm.of(agreementOf(tree))).isEqualTo(CanonicalForm.of(agreement()));
    }

    @Test
    void depends_on_the_order_of_the_terms() {
        var tree = tree();
        var terms = (ArrayNode) tree.get("terms");
        terms.add(terms.remove(0));

        assertThat(CanonicalForm.of(agreementOf(tree))).isNotEqualTo(CanonicalForm.of(agreement()));
    }

    @ParameterizedTest
    @MethodSource("hashedText")
    void changes_with_each_text_in_it(String pointer) {
        var tree = tree();
        change(tree, pointer);

        assertThat(CanonicalForm.of(agreementOf(tree))).as(pointer).isNotEqualTo(CanonicalForm.of(agreement()));
    }

    @Test
    void does_not_change_with_the_state_of_an_obligation() {
        assertThat(CanonicalForm.of(agreement())).doesNotContain("PENDING");
    }

    @Test
    void is_the_same_for_money_however_it_was_written() {
        assertThat(Stream.of("5", "5.0", "5.00")
                        .map(amount -> new Contribution(INSTITUTE, amount, "MAD", null).normal())
                        .distinct())
                .singleElement()
                .extracting(Contribution::amount)
                .isEqualTo("5.00");
        assertThat(new Contribution(INSTITUTE, "100", "JPY", null).normal().amount())
                .isEqualTo("100");
        assertThat(new Contribution(INSTITUTE, "0", "MAD", null).normal().amount())
                .isEqualTo("0.00");
    }

    static Stream<String> hashedText() {
        return leaves("", tree()).stream().filter(pointer -> !pointer.endsWith("/state"));
    }

    private static List<String> leaves(String path, JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object.properties().stream()
                    .flatMap(entry -> leaves(path + "/" + entry.getKey(), entry.getValue()).stream())
                    .toList();
        }
        if (node instanceof ArrayNode array && !array.isEmpty() && !array.get(0).isInt()) {
            var found = new ArrayList<String>();
            for (int i = 0; i < array.size(); i++) {
                found.addAll(leaves(path + "/" + i, array.get(i)));
            }
            return found;
        }
        return List.of(path);
    }

    /** Gives a leaf another value of its kind. */
    private static void change(ObjectNode tree, String path) {
        var pointer = JsonPointer.compile(path);
        var parent = tree.at(pointer.head());
        var other = other(pointer.last().getMatchingProperty(), tree.at(pointer));
        if (parent instanceof ObjectNode object) {
            object.set(pointer.last().getMatchingProperty(), other);
        } else {
            ((ArrayNode) parent).set(pointer.last().getMatchingIndex(), other);
        }
    }

    private static JsonNode other(String name, JsonNode value) {
        var json = MAPPER.getNodeFactory();
        if (value.isInt()) {
            return json.numberNode(value.intValue() + 1);
        }
        if (value.isArray()) {
            return ((ArrayNode) value.deepCopy()).set(0, value.get(0).intValue() + 1);
        }
        return switch (value.textValue()) {
            case "FRAMEWORK" -> json.textNode("SPECIFIC");
            case "TACIT" -> json.textNode("EXPLICIT");
            case "RESEARCH", "TRAINING" -> json.textNode("INNOVATION");
            case "PARTY", "SIGNATORY" -> json.textNode("WITNESS");
            case "INSTITUTE" -> json.textNode("PARTNER");
            case "PARTNER" -> json.textNode("INSTITUTE");
            case "MAD" -> json.textNode("EUR");
            default -> name.equals("amount") ? json.textNode("7.77") : json.textNode(value.textValue() + "x");
        };
    }

    private static void shuffle(ArrayNode array, Random random) {
        var entries = new ArrayList<JsonNode>();
        array.forEach(entries::add);
        Collections.shuffle(entries, random);
        array.removeAll();
        array.addAll(entries);
    }

    private static ObjectNode tree() {
        return MAPPER.valueToTree(agreement());
    }

    private static Agreement agreementOf(ObjectNode tree) {
        return MAPPER.convertValue(tree, Agreement.class);
    }
}
