package ma.jazari.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Fails a part's test when what the part serves differs from what is committed. */
public final class ContractDrift {

    private ContractDrift() {}

    /**
     * Compares a part's description with {@code contracts/openapi/<part>.yaml}, or writes it there when the build runs
     * with {@code -Djazari.contracts.update=true}. The order of keys and the server's address do not count.
     *
     * @param part for instance {@code institutes-service}
     * @param served the description as the running part serves it, in YAML
     * @throws AssertionError naming the first places that differ
     */
    public static void check(String part, String served) {
        check(ContractFiles.ofRepository(), part, served, ContractFiles.isUpdate());
    }

    static void check(ContractFiles files, String part, String served, boolean update) {
        var now = normal(Yaml.read(served));
        if (update) {
            files.write(part, Yaml.write(now));
            return;
        }
        var committed = files.read(part)
                .map(text -> normal(Yaml.read(text)))
                .orElseThrow(() -> new AssertionError("contracts/openapi/" + part + ".yaml is not there. " + remedy()));
        var differences = differences("", committed, now).limit(10).toList();
        if (!differences.isEmpty()) {
            throw new AssertionError(part + " serves another description than contracts/openapi/" + part
                    + ".yaml says. " + remedy() + "\n  " + String.join("\n  ", differences));
        }
    }

    private static String remedy() {
        return "If clients can live with it, run the test with -D" + ContractFiles.UPDATE
                + "=true and commit the file.";
    }

    private static ObjectNode normal(ObjectNode tree) {
        tree.remove("servers");
        return Sorted.byKey(tree, List.of("paths", "components"));
    }

    private static Stream<String> differences(String pointer, JsonNode old, JsonNode now) {
        if (old.equals(now)) {
            return Stream.empty();
        }
        if (old.isObject() && now.isObject()) {
            return names(old, now).stream()
                    .flatMap(name -> differences(pointer + "/" + escape(name), old.path(name), now.path(name)));
        }
        return Stream.of(pointer + ": was " + text(old) + ", is " + text(now));
    }

    private static Set<String> names(JsonNode old, JsonNode now) {
        return Stream.of(old, now)
                .flatMap(node -> StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(JsonNode node) {
        var text = node.isMissingNode() ? "absent" : node.toString();
        return text.length() > 200 ? text.substring(0, 200) + "..." : text;
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
