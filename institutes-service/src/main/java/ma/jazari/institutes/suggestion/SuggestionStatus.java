package ma.jazari.institutes.suggestion;

import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a suggestion. */
@Schema(name = "ChangeSuggestionStatus")
public enum SuggestionStatus {
    PENDING,
    APPLIED,
    DISCARDED,
    WITHDRAWN;

    static final String PROPOSED = "change-suggestion.proposed";

    /** The states that can be reached in one move. */
    Set<SuggestionStatus> next() {
        return this == PENDING ? Set.of(APPLIED, DISCARDED, WITHDRAWN) : Set.of();
    }

    /** Whether a move into this state must say why. */
    boolean needsReason() {
        return this == DISCARDED;
    }

    /** The type of the change that a move into this state is. */
    String changeType() {
        return "change-suggestion." + name().toLowerCase(Locale.ROOT);
    }
}
