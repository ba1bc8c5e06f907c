package ma.jazari.institutes.match;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.institutes.institute.InstituteRepository;
import ma.jazari.institutes.institute.InstituteResponse;
import ma.jazari.institutes.institute.InstituteSearch;
import ma.jazari.institutes.institute.InstituteSummary;
import ma.jazari.platform.match.Match;
import ma.jazari.platform.match.Matches;
import ma.jazari.platform.record.Name;
import ma.jazari.platform.search.Suggestions;
import ma.jazari.platform.text.SearchText;

/** Finds the institute that is meant, among those that work. */
@ApplicationScoped
class InstituteMatching {

    private static final int MOST_MATCHES = 5;

    private final Suggestions suggestions;
    private final Matches matches;
    private final InstituteRepository institutes;

    InstituteMatching(Suggestions suggestions, Matches matches, InstituteRepository institutes) {
        this.suggestions = suggestions;
        this.matches = matches;
        this.institutes = institutes;
    }

    @Transactional
    public List<InstituteSuggestion> suggest(String typed, int limit, List<String> languages) {
        var found = suggestions.of(typed, InstituteSearch.INSTITUTES, InstituteSearch.working(), limit);
        var byId = byId(found.stream().map(Suggestions.Suggestion::id).toList());
        return found.stream()
                .map(suggestion -> suggested(suggestion, Objects.requireNonNull(byId.get(suggestion.id())), languages))
                .toList();
    }

    private static InstituteSuggestion suggested(
            Suggestions.Suggestion suggestion, Institute institute, List<String> languages) {
        var name = institute.names().stream()
                .map(Name::value)
                .filter(value -> SearchText.of(value).equals(suggestion.name()))
                .findFirst()
                .orElse(suggestion.name());
        return new InstituteSuggestion(name, InstituteSummary.of(institute, languages));
    }

    @Transactional
    public List<InstituteMatch> match(String text, List<String> languages) {
        var found = matches.of(text, InstituteSearch.INSTITUTES, InstituteSearch.working(), MOST_MATCHES);
        var byId = byId(found.stream().map(Match::id).toList());
        return found.stream()
                .map(match -> new InstituteMatch(
                        match.score(),
                        match.chosen(),
                        match.type(),
                        match.reasons(),
                        InstituteResponse.of(
                                Objects.requireNonNull(byId.get(match.id())).state(), null, List.of(), languages)))
                .toList();
    }

    private Map<String, Institute> byId(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : institutes.list("id in ?1", ids).stream()
                        .collect(Collectors.toMap(Institute::id, Function.identity()));
    }
}
