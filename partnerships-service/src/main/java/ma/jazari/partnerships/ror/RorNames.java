package ma.jazari.partnerships.ror;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import ma.jazari.partnerships.ror.RorRecord.RorName;
import ma.jazari.platform.record.Name;
import ma.jazari.platform.record.NameType;
import ma.jazari.platform.text.WrittenText;
import org.jspecify.annotations.Nullable;

/**
 * The names of a ROR record as a partner's. {@code ror_display} is a DISPLAY name, and so is the first {@code label} in each
 * language that has none; other labels and {@code alias} are ALIAS, {@code acronym} is ACRONYM. A name of no known language
 * is {@code und}, undetermined (BCP 47).
 */
final class RorNames {

    private static final String UNDETERMINED = "und";

    private RorNames() {}

    static List<Name> of(List<RorName> names) {
        var shown = new HashSet<String>();
        // By value and language, so that none is there twice; the one that is shown stays.
        var found = new LinkedHashMap<List<String>, Name>();
        var acronyms = new ArrayList<Name>();
        names.stream()
                .filter(name -> name.value() != null && !name.value().isBlank())
                .sorted(Comparator.comparing(name -> !has(name, "ror_display")))
                .forEach(name -> {
                    var mapped = name(name, shown);
                    found.putIfAbsent(List.of(mapped.value(), mapped.lang()), mapped);
                    if (has(name, "acronym") && mapped.type() != NameType.ACRONYM) {
                        acronyms.add(new Name(mapped.value(), mapped.lang(), NameType.ACRONYM, null, null));
                    }
                });
        var all = new ArrayList<>(found.values());
        all.addAll(acronyms);
        return all.stream().distinct().toList();
    }

    private static Name name(RorName name, Set<String> shown) {
        var lang = language(name.lang());
        var value = WrittenText.of(Objects.requireNonNull(name.value()));
        return new Name(value, lang, type(name, lang, shown), null, null);
    }

    private static NameType type(RorName name, String lang, Set<String> shown) {
        boolean isShown = has(name, "ror_display") || has(name, "label");
        if (isShown && shown.add(lang)) {
            return NameType.DISPLAY;
        }
        return has(name, "acronym") && !isShown ? NameType.ACRONYM : NameType.ALIAS;
    }

    private static String language(@Nullable String lang) {
        return lang == null || lang.isBlank() ? UNDETERMINED : lang.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean has(RorName name, String type) {
        return name.types() != null && name.types().contains(type);
    }
}
