package ma.jazari.benchmarks.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import ma.jazari.benchmarks.records.InstituteLine.Id;

/**
 * Domains and ids of ROR records, as far as the registry takes them: well-formed, and of one record each. What an earlier
 * record has is left out of a later one, which would be taken for a change of the earlier otherwise.
 */
final class ExternalKeys {

    private static final int MOST = 20;
    private static final int ISNI_DIGITS = 16;
    private static final int ISNI_MODULUS = 11;
    private static final Pattern DOMAIN = Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.){1,8}[a-z]{2,63}");
    private static final Pattern WIKIDATA = Pattern.compile("Q[1-9][0-9]{0,11}");
    private static final Pattern GRID = Pattern.compile("grid\\.[0-9]{1,7}\\.[0-9a-f]{1,2}");
    private static final Map<String, String> SCHEMES = Map.of("isni", "ISNI", "wikidata", "WIKIDATA", "grid", "GRID");

    private final Set<String> taken = new HashSet<>();

    List<String> domains(JsonNode organisation) {
        var domains = new ArrayList<String>();
        for (var node : organisation.path("domains")) {
            var domain = node.asText().strip().toLowerCase(Locale.ROOT);
            if (domains.size() < MOST && DOMAIN.matcher(domain).matches() && taken.add(domain)) {
                domains.add(domain);
            }
        }
        return domains;
    }

    List<Id> ids(JsonNode organisation) {
        var ids = new ArrayList<Id>();
        add(ids, "ROR", organisation.path("id").asText());
        for (var group : organisation.path("external_ids")) {
            var scheme = SCHEMES.get(group.path("type").asText().toLowerCase(Locale.ROOT));
            if (scheme != null) {
                group.path("all")
                        .forEach(value -> add(ids, scheme, value.asText().strip()));
            }
        }
        return ids;
    }

    private void add(List<Id> ids, String scheme, String value) {
        if (ids.size() < MOST && isWellFormed(scheme, value) && taken.add(scheme + value.replace(" ", ""))) {
            ids.add(new Id(scheme, value));
        }
    }

    private static boolean isWellFormed(String scheme, String value) {
        return switch (scheme) {
            case "ROR" -> value.startsWith("https://ror.org/0");
            case "ISNI" -> isIsni(value.replace(" ", ""));
            case "WIKIDATA" -> WIKIDATA.matcher(value).matches();
            default -> GRID.matcher(value).matches();
        };
    }

    /** ISO 7064 mod 11-2. */
    private static boolean isIsni(String digits) {
        if (digits.length() != ISNI_DIGITS || !digits.matches("[0-9]+[0-9X]")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length() - 1; i++) {
            sum = (sum + digits.charAt(i) - '0') * 2 % ISNI_MODULUS;
        }
        int check = (ISNI_MODULUS + 1 - sum) % ISNI_MODULUS;
        return digits.endsWith(check == 10 ? "X" : Integer.toString(check));
    }
}
