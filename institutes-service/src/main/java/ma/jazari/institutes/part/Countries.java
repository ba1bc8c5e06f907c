package ma.jazari.institutes.part;

import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Set;
import ma.jazari.platform.problem.Violations;

/** The countries that there are (ISO 3166-1 alpha-2). */
public final class Countries {

    private static final Set<String> CODES = Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2);

    private Countries() {}

    public static void check(String pointer, String code, Violations violations) {
        if (!CODES.contains(code)) {
            violations.add(pointer, "must be a country as ISO 3166-1 has it, two upper-case letters such as MA");
        }
    }
}
