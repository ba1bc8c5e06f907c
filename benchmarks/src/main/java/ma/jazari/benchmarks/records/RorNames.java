package ma.jazari.benchmarks.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import ma.jazari.benchmarks.records.InstituteLine.Name;

/** The names of a ROR record by the rules of the registry. */
final class RorNames {

    private static final String DISPLAY = "DISPLAY";

    private RorNames() {}

    /** The name that ROR shows comes first; one name is shown in each language, and there is one in French or Arabic. */
    static List<Name> of(JsonNode organisation) {
        var names = new LinkedHashSet<Name>();
        var shown = new HashSet<String>();
        var sorted = new ArrayList<JsonNode>();
        organisation.path("names").forEach(sorted::add);
        sorted.sort((one, other) -> Integer.compare(rank(one), rank(other)));
        for (var node : sorted) {
            var value = clean(node.path("value").asText());
            var lang = language(node.path("lang").asText(""), value);
            if (!value.isEmpty()) {
                names.add(new Name(value, lang, type(types(node), lang, shown)));
            }
        }
        var all = new ArrayList<>(names);
        if (!all.isEmpty() && all.stream().noneMatch(RorNames::isFrenchOrArabic)) {
            var first = all.getFirst().value();
            all.add(new Name(first, Script.isArabic(first) ? "ar" : "fr", DISPLAY));
        }
        return all;
    }

    private static int rank(JsonNode name) {
        var types = types(name);
        return types.contains("ror_display") ? 0 : types.contains("label") ? 1 : 2;
    }

    private static Set<String> types(JsonNode name) {
        return StreamSupport.stream(name.path("types").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    private static String type(Set<String> types, String lang, Set<String> shown) {
        if (types.contains("ror_display") || types.contains("label")) {
            return shown.add(lang) ? DISPLAY : "ALIAS";
        }
        return types.contains("acronym") ? "ACRONYM" : "ALIAS";
    }

    private static String language(String lang, String value) {
        if (lang.matches("[a-z]{2,3}")) {
            return lang;
        }
        return Script.isArabic(value) ? "ar" : Script.isLatin(value) ? "en" : "und";
    }

    private static String clean(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFC)
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
    }

    private static boolean isFrenchOrArabic(Name name) {
        return name.lang().equals("fr") || name.lang().equals("ar");
    }
}
