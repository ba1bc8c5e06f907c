package ma.jazari.platform.match;

import java.util.List;
import ma.jazari.platform.search.SearchName;

/**
 * A record that may be meant, as the index holds it: everything in the form of {@link ma.jazari.platform.text.SearchText}.
 *
 * @param names with its ids and domains
 */
record Candidate(String id, List<SearchName> names, List<String> places) {}
