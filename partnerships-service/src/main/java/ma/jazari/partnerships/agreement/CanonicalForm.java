package ma.jazari.partnerships.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import ma.jazari.platform.changelog.Canonical;
import ma.jazari.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * The one text of an agreement that its digest, {@code jcs-sha256-v1}, is made of: the lower-case hex of SHA-256 over
 * the UTF-8 of a JSON object in the form of RFC 8785 (JCS), whose members are those of the agreement as the API shows
 * it:
 *
 * <ul>
 *   <li>{@code titles} ({@code lang}, {@code value}), sorted by {@code lang}; {@code kind}; {@code domains}, sorted;
 *   <li>{@code parties} ({@code party} with {@code type} and {@code id}, {@code roles} sorted, {@code signatory} with
 *       {@code name} and {@code title}), sorted by {@code type:id};
 *   <li>{@code effectiveFrom}, {@code effectiveTo}; {@code renewal} ({@code mode}, {@code times}, {@code months},
 *       {@code noticeDays});
 *   <li>{@code terms} ({@code number}, {@code heading}, {@code text}, {@code lang}) in their own order, which is part of
 *       the text;
 *   <li>{@code contributions} ({@code party}, {@code amount}, {@code currency}, {@code purpose}), sorted by party as
 *       above, then currency, purpose and amount; amounts are strings with the decimals of their currency;
 *   <li>{@code obligations} ({@code key}, {@code party}, {@code deliverable}, {@code due}), sorted by {@code key}; not
 *       their state;
 *   <li>{@code annexes}, the SHA-256 of each attachment that is part of it in lower-case hex, sorted.
 * </ul>
 *
 * Text is NFC and trimmed, as requests are read; sorting compares UTF-16 code units; members that are null or an empty
 * array are left out. Not covered are contacts, the owner, the state of the convention and everything derived. The whole
 * of the rules, for those who implement them elsewhere, is in {@code contracts/digest-vectors} with vectors to hold them
 * against.
 */
public final class CanonicalForm {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Comparator<Contribution> BY_PARTY_AND_MONEY = Comparator.comparing(
                    (Contribution contribution) -> contribution.party().key())
            .thenComparing(Contribution::currency)
            .thenComparing(contribution -> Objects.requireNonNullElse(contribution.purpose(), ""))
            .thenComparing(Contribution::amount);

    private CanonicalForm() {}

    /** The canonical form itself. */
    public static String of(Agreement agreement) {
        return Canonical.json(tree(agreement));
    }

    /** The digest of a canonical form. */
    public static Digest digest(String canonicalForm) {
        return Digest.jcsSha256V1(Canonical.sha256(canonicalForm));
    }

    private static ObjectNode tree(Agreement agreement) {
        var tree = JSON.objectNode();
        put(tree, "titles", sorted(agreement.titles(), LocalText::lang, CanonicalForm::title));
        put(tree, "kind", text(agreement.kind()));
        put(tree, "domains", sorted(agreement.domains(), Enum::name, CanonicalForm::text));
        put(tree, "parties", sorted(agreement.parties(), party -> party.party().key(), CanonicalForm::party));
        put(tree, "effectiveFrom", text(agreement.effectiveFrom()));
        put(tree, "effectiveTo", text(agreement.effectiveTo()));
        put(tree, "renewal", renewal(agreement.renewal()));
        put(tree, "terms", array(agreement.terms(), CanonicalForm::term));
        put(
                tree,
                "contributions",
                array(
                        agreement.contributions().stream()
                                .sorted(BY_PARTY_AND_MONEY)
                                .toList(),
                        CanonicalForm::contribution));
        put(tree, "obligations", sorted(agreement.obligations(), Obligation::key, CanonicalForm::obligation));
        put(tree, "annexes", sorted(agreement.annexesOrNone(), digest -> digest, CanonicalForm::text));
        return tree;
    }

    private static JsonNode title(LocalText title) {
        return JSON.objectNode().put("lang", title.lang()).put("value", title.value());
    }

    private static JsonNode party(Party party) {
        var node = JSON.objectNode();
        node.set("party", reference(party.party()));
        put(node, "roles", sorted(party.roles(), Enum::name, CanonicalForm::text));
        var signatory = party.signatory();
        if (signatory != null) {
            var person = JSON.objectNode().put("name", signatory.name());
            put(person, "title", text(signatory.title()));
            node.set("signatory", person);
        }
        return node;
    }

    private static JsonNode reference(PartyRef party) {
        return JSON.objectNode().put("type", party.type().name()).put("id", party.id());
    }

    private static @Nullable JsonNode renewal(@Nullable Renewal renewal) {
        if (renewal == null) {
            return null;
        }
        var node = JSON.objectNode().put("mode", renewal.mode().name());
        put(node, "times", number(renewal.times()));
        put(node, "months", number(renewal.months()));
        put(node, "noticeDays", number(renewal.noticeDays()));
        return node;
    }

    private static JsonNode term(Term term) {
        var node = JSON.objectNode().put("number", term.number());
        put(node, "heading", text(term.heading()));
        return node.put("text", term.text()).put("lang", term.lang());
    }

    private static JsonNode contribution(Contribution contribution) {
        var node = JSON.objectNode().put("amount", contribution.amount()).put("currency", contribution.currency());
        node.set("party", reference(contribution.party()));
        put(node, "purpose", text(contribution.purpose()));
        return node;
    }

    private static JsonNode obligation(Obligation obligation) {
        var node = JSON.objectNode().put("key", obligation.key()).put("deliverable", obligation.deliverable());
        node.set("party", reference(obligation.party()));
        put(node, "due", text(obligation.due()));
        return node;
    }

    private static @Nullable JsonNode text(@Nullable Object value) {
        return value == null ? null : JSON.textNode(value.toString());
    }

    private static @Nullable JsonNode number(@Nullable Integer value) {
        return value == null ? null : JSON.numberNode(value);
    }

    private static <T> ArrayNode sorted(
            List<T> entries, Function<T, String> key, Function<T, ? extends @Nullable JsonNode> node) {
        return array(entries.stream().sorted(Comparator.comparing(key)).toList(), node);
    }

    private static <T> ArrayNode array(List<T> entries, Function<T, ? extends @Nullable JsonNode> node) {
        var array = JSON.arrayNode();
        entries.forEach(entry -> array.add(node.apply(entry)));
        return array;
    }

    private static void put(ObjectNode node, String name, @Nullable JsonNode value) {
        if (value != null && !(value.isArray() && value.isEmpty())) {
            node.set(name, value);
        }
    }
}
