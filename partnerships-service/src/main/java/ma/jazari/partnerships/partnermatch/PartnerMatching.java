package ma.jazari.partnerships.partnermatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.jazari.partnerships.partner.Partner;
import ma.jazari.partnerships.partner.PartnerRepository;
import ma.jazari.partnerships.partner.PartnerSearch;
import ma.jazari.partnerships.partner.PartnerSummary;
import ma.jazari.partnerships.partner.PartnerView;
import ma.jazari.platform.match.Match;
import ma.jazari.platform.match.Matches;
import ma.jazari.platform.record.Name;
import ma.jazari.platform.search.Suggestions;
import ma.jazari.platform.text.SearchText;

/** Finds the partner that is meant, among those that are active. */
@ApplicationScoped
class PartnerMatching {

    private static final int MOST_MATCHES = 5;

    private final Suggestions suggestions;
    private final Matches matches;
    private final PartnerRepository partners;

    PartnerMatching(Suggestions suggestions, Matches matches, PartnerRepository partners) {
        this.suggestions = suggestions;
        this.matches = matches;
        this.partners = partners;
    }

    @Transactional
    public List<PartnerSuggestion> suggest(String typed, int limit, List<String> languages) {
        var found = suggestions.of(typed, PartnerSearch.PARTNERS, PartnerSearch.working(), limit);
        var byId = byId(found.stream().map(Suggestions.Suggestion::id).toList());
        return found.stream()
                .map(suggestion -> suggested(suggestion, Objects.requireNonNull(byId.get(suggestion.id())), languages))
                .toList();
    }

    private static PartnerSuggestion suggested(
            Suggestions.Suggestion suggestion, Partner partner, List<String> languages) {
        var name = partner.names().stream()
                .map(Name::value)
                .filter(value -> SearchText.of(value).equals(suggestion.name()))
                .findFirst()
                .orElse(suggestion.name());
        return new PartnerSuggestion(name, PartnerSummary.of(partner, languages));
    }

    @Transactional
    public List<PartnerMatch> match(String text, List<String> languages) {
        var found = matches.of(text, PartnerSearch.PARTNERS, PartnerSearch.working(), MOST_MATCHES);
        var byId = byId(found.stream().map(Match::id).toList());
        return found.stream()
                .map(match -> new PartnerMatch(
                        match.score(),
                        match.chosen(),
                        match.type(),
                        match.reasons(),
                        PartnerView.published(Objects.requireNonNull(byId.get(match.id())), languages)))
                .toList();
    }

    private Map<String, Partner> byId(Collection<String> ids) {
        return partners.findAllOf(ids).stream().collect(Collectors.toMap(Partner::id, Function.identity()));
    }
}
