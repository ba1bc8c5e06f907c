package ma.jazari.partnerships.partykey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.Violations;

/** The keys of a request: each of them right, and each named once. */
final class SigningKeys {

    private static final int MOST_CURRENT = 10;

    private SigningKeys() {}

    /** @throws Problem 400 with everything that is wrong with any of them */
    static List<SigningKey> read(List<JsonNode> keys) {
        var violations = new Violations();
        if (keys.size() > MOST_CURRENT) {
            violations.add("/keys", "must be " + MOST_CURRENT + " keys at most");
        }
        var read = new ArrayList<SigningKey>();
        var kids = new HashSet<String>();
        for (int i = 0; i < keys.size(); i++) {
            var pointer = "/keys/" + i;
            JwkReader.read(keys.get(i), pointer, violations).ifPresent(read::add);
            var kid = keys.get(i).path("kid");
            if (kid.isTextual() && !kids.add(kid.textValue())) {
                violations.addUnlessCovered(pointer + "/kid", "names " + kid.textValue() + " a second time");
            }
        }
        violations.throwIfAny();
        return read;
    }
}
