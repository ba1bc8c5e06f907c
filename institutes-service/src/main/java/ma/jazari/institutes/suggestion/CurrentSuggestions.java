package ma.jazari.institutes.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.jazari.platform.integrity.CurrentRecord;
import ma.jazari.platform.integrity.CurrentRecords;

/** Suggestions as their table holds them, for the check of the log. */
@ApplicationScoped
class CurrentSuggestions implements CurrentRecords {

    private final SuggestionRepository suggestions;
    private final SuggestionLog log;

    CurrentSuggestions(SuggestionRepository suggestions, SuggestionLog log) {
        this.suggestions = suggestions;
        this.log = log;
    }

    @Override
    public String type() {
        return SuggestionPolicy.SUBJECT;
    }

    @Override
    public String table() {
        return "change_suggestion";
    }

    @Override
    public Map<String, CurrentRecord> find(Collection<String> ids) {
        return suggestions.list("id in ?1", ids.stream().map(UUID::fromString).toList()).stream()
                .collect(Collectors.toMap(
                        ChangeSuggestion::id,
                        suggestion -> new CurrentRecord(suggestion.version(), log.image(suggestion), List.of())));
    }
}
