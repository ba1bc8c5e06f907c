package ma.jazari.platform.record;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.record.ExternalId.Scheme;

/** The rules of ids in other registries: their form, their check digits, one preferred per registry. */
public final class ExternalIds {

    private static final Pattern ROR = Pattern.compile("(?:(?:https?://)?ror\\.org/)?(0[a-z0-9]{6}[0-9]{2})");
    private static final Pattern ISNI =
            Pattern.compile("(?:https?://(?:www\\.)?isni\\.org/(?:isni/)?)?([0-9]{15}[0-9X])");
    private static final Pattern WIKIDATA =
            Pattern.compile("(?:https?://www\\.wikidata\\.org/(?:wiki|entity)/)?(Q[1-9][0-9]{0,11})");
    private static final Pattern GRID = Pattern.compile("grid\\.[0-9]{1,7}\\.[0-9a-f]{1,2}");
    private static final Pattern FUNDREF = Pattern.compile("(?:10\\.13039/)?([0-9]{6,14})");
    private static final int ISNI_GROUP = 4;
    private static final int ISNI_MODULUS = 11;

    private static final Map<Scheme, String> EXPECTED = Map.of(
            Scheme.ROR, "a ROR id such as https://ror.org/04efg9a07, with check digits that match",
            Scheme.ISNI, "an ISNI such as 0000 0001 2097 1398, with a check character that matches",
            Scheme.WIKIDATA, "a Wikidata item such as Q3152518",
            Scheme.GRID, "a GRID id such as grid.418106.a",
            Scheme.FUNDREF, "a Funder Registry id such as 100013009");

    private ExternalIds() {}

    /** Each in the form of its registry, none twice, at most one preferred per registry. */
    public static void check(List<ExternalId> ids, Violations violations) {
        var seen = new HashSet<ExternalId>();
        var preferred = new HashSet<Scheme>();
        for (int i = 0; i < ids.size(); i++) {
            var id = ids.get(i);
            if (canonical(id.scheme(), id.value()).isEmpty()) {
                violations.add("/externalIds/" + i + "/value", "must be " + EXPECTED.get(id.scheme()));
            }
            if (!seen.add(new ExternalId(id.scheme(), id.value(), null))) {
                violations.add("/externalIds/" + i, "is there twice");
            }
            if (Boolean.TRUE.equals(id.preferred()) && !preferred.add(id.scheme())) {
                violations.add("/externalIds/" + i + "/preferred", "is set for a second id of " + id.scheme());
            }
        }
    }

    /** The id as its registry writes it; empty if it cannot be one. */
    public static Optional<String> canonical(Scheme scheme, String value) {
        var text = value.strip();
        return switch (scheme) {
            case ROR ->
                group(ROR, text.toLowerCase(Locale.ROOT))
                        .filter(ExternalIds::isRor)
                        .map("https://ror.org/"::concat);
            case ISNI ->
                group(ISNI, text.replaceAll("[ -]", ""))
                        .filter(ExternalIds::isIsni)
                        .map(ExternalIds::grouped);
            case WIKIDATA -> group(WIKIDATA, text);
            case GRID -> GRID.matcher(text).matches() ? Optional.of(text) : Optional.empty();
            case FUNDREF -> group(FUNDREF, text);
            case OTHER -> Optional.of(text);
        };
    }

    private static Optional<String> group(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** ISO 7064 mod 97-10 over what stands between the leading zero and the check digits, in Crockford base32. */
    private static boolean isRor(String id) {
        return PublicId.isWellFormed('0', id);
    }

    /** ISO 7064 mod 11-2. */
    private static boolean isIsni(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length() - 1; i++) {
            sum = (sum + digits.charAt(i) - '0') * 2 % ISNI_MODULUS;
        }
        int check = (ISNI_MODULUS + 1 - sum) % ISNI_MODULUS;
        return digits.charAt(digits.length() - 1) == (check == 10 ? 'X' : (char) ('0' + check));
    }

    private static String grouped(String digits) {
        UnaryOperator<String> spaced = text -> text.replaceAll("(.{" + ISNI_GROUP + "})(?!$)", "$1 ");
        return spaced.apply(digits);
    }
}
