package ma.jazari.institutes.intake;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Finds the institutes that have a name already. */
interface DuplicateNames {

    /**
     * The ids of the institutes that have one of the names as a DISPLAY or OFFICIAL name, by name; those that were
     * rejected or merged do not count.
     *
     * @param names in the form of {@link ma.jazari.platform.text.SearchText}
     */
    Map<String, Set<String>> find(Collection<String> names);
}
