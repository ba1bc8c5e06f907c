package ma.jazari.platform.record;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.text.SearchText;

/** The rules of an organisation's names, and the choice of the one to show. */
public final class Names {

    private Names() {}

    /** Those of an organisation of the network: what {@link #checkShown} says, and at least one in French or Arabic. */
    public static void check(List<Name> names, Violations violations) {
        if (names.stream()
                .noneMatch(name -> name.lang().equals("fr") || name.lang().equals("ar"))) {
            violations.add("/names", "must hold at least one name in fr or ar");
        }
        checkShown(names, violations);
    }

    /** At least one DISPLAY name and one per language at most, validity in order. */
    public static void checkShown(List<Name> names, Violations violations) {
        if (names.stream().noneMatch(name -> name.type() == NameType.DISPLAY)) {
            violations.add("/names", "must hold at least one name of type DISPLAY");
        }
        var shown = new HashSet<String>();
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            if (name.type() == NameType.DISPLAY && !shown.add(name.lang())) {
                violations.add(
                        "/names/" + i, "is a second DISPLAY name in " + name.lang() + "; one per language is allowed");
            }
            if (name.validFrom() != null
                    && name.validTo() != null
                    && name.validTo().isBefore(name.validFrom())) {
                violations.add("/names/" + i + "/validTo", "must not be before validFrom");
            }
        }
    }

    /** The DISPLAY name in the best of the languages, else any DISPLAY name. */
    public static Name shown(List<Name> names, List<String> languages) {
        return names.stream()
                .filter(name -> name.type() == NameType.DISPLAY)
                .min(Comparator.comparingInt(name -> rank(name, languages)))
                .orElseGet(names::getFirst);
    }

    private static int rank(Name name, List<String> languages) {
        int rank = languages.indexOf(name.lang().split("-", -1)[0]);
        return rank < 0 ? Integer.MAX_VALUE : rank;
    }

    /** All names as search sees them. */
    public static String searchText(List<Name> names) {
        return names.stream()
                .map(Name::value)
                .filter(Objects::nonNull)
                .map(SearchText::of)
                .distinct()
                .collect(Collectors.joining(" | "));
    }
}
