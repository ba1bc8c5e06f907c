package ma.jazari.partnerships.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import ma.jazari.platform.changelog.Canonical;
import ma.jazari.platform.changelog.FieldChange;

/**
 * What differs between two texts, by their canonical forms. An entry of a list is named by what it is the entry of, not by
 * its place, so that one that is added moves no other: {@code /titles/fr/value}, {@code /parties/PARTNER:p5m2c0066/roles},
 * {@code /terms/2:fr/text}, {@code /contributions/PARTNER:p5m2c0066:MAD:purpose/amount}, {@code /obligations/lab/due}.
 */
public final class AgreementDiff {

    private static final Map<String, Function<JsonNode, String>> KEYS = Map.of(
            "titles", title -> title.path("lang").asText(),
            "parties", AgreementDiff::party,
            "terms",
                    term -> term.path("number").asText() + ":"
                            + term.path("lang").asText(),
            "contributions",
                    money -> party(money) + ":" + money.path("currency").asText() + ":"
                            + money.path("purpose").asText(),
            "obligations", obligation -> obligation.path("key").asText());

    private AgreementDiff() {}

    /** What differs, ordered by pointer. */
    public static List<FieldChange> between(String canonicalBefore, String canonicalAfter) {
        return FieldChange.between(keyed(canonicalBefore), keyed(canonicalAfter));
    }

    private static String party(JsonNode entry) {
        var party = entry.path("party");
        return party.path("type").asText() + ":" + party.path("id").asText();
    }

    private static ObjectNode keyed(String canonical) {
        var text = Canonical.object(canonical);
        KEYS.forEach((list, key) -> {
            if (text.get(list) instanceof ArrayNode entries) {
                text.set(list, keyed(entries, key));
            }
        });
        return text;
    }

    private static ObjectNode keyed(ArrayNode entries, Function<JsonNode, String> key) {
        var keyed = JsonNodeFactory.instance.objectNode();
        for (var entry : entries) {
            var name = key.apply(entry);
            // The same party can bring in the same sort of money twice.
            int times = 1;
            while (keyed.has(times == 1 ? name : name + "#" + times)) {
                times++;
            }
            keyed.set(times == 1 ? name : name + "#" + times, entry);
        }
        return keyed;
    }
}
