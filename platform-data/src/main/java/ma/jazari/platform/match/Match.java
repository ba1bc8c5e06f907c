package ma.jazari.platform.match;

import java.util.List;

/**
 * A record that a text may mean.
 *
 * @param score from 0 to 1
 * @param chosen whether it is the one; at most one is, and none where the text is ambiguous
 * @param reasons what speaks for it, in words
 */
public record Match(String id, double score, boolean chosen, MatchType type, List<String> reasons) {}
