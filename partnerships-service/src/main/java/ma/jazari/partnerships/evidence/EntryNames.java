package ma.jazari.partnerships.evidence;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of files that every system can unpack, no two of which are one where case does not count. */
final class EntryNames {

    private static final Pattern NOT_SAFE = Pattern.compile("[^A-Za-z0-9._-]");
    // What Windows takes in no name, and a dot at the end, which it drops.
    private static final Pattern NOT_FOR_ALL = Pattern.compile("[<>:\"/\\\\|?*\\p{Cntrl}]|[. ]+$");
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])([.].*)?");

    private final Set<String> taken = new HashSet<>();

    /** A word for use in a name. */
    static String safe(String word) {
        return NOT_SAFE.matcher(word).replaceAll("_");
    }

    /** The name, or one like it that is not taken yet. */
    String fresh(String wanted) {
        var name = NOT_FOR_ALL.matcher(wanted).replaceAll("_");
        if (DEVICE.matcher(name).matches()) {
            name = "_" + name;
        }
        int dot = name.lastIndexOf('.');
        var stem = dot > 0 ? name.substring(0, dot) : name;
        var extension = dot > 0 ? name.substring(dot) : "";
        var fresh = name;
        for (int i = 2; !taken.add(fresh.toLowerCase(Locale.ROOT)); i++) {
            fresh = stem + " (" + i + ")" + extension;
        }
        return fresh;
    }
}
