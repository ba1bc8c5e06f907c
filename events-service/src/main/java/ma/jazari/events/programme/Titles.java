package ma.jazari.events.programme;

import java.util.HashSet;
import java.util.List;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.text.LocalText;

/** What programmes and indicators are called. */
public final class Titles {

    private Titles() {}

    /** Refuses a second title in one language, and titles of which none is in French or Arabic. */
    public static void check(List<LocalText> titles, Violations violations) {
        var seen = new HashSet<String>();
        for (int i = 0; i < titles.size(); i++) {
            var lang = titles.get(i).lang();
            if (!seen.add(lang)) {
                violations.add("/titles/" + i, "is a second title in " + lang);
            }
        }
        if (!seen.contains("fr") && !seen.contains("ar")) {
            violations.add("/titles", "must hold at least one title in fr or ar");
        }
    }
}
