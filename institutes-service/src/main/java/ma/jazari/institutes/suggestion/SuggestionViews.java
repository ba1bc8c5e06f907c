package ma.jazari.institutes.suggestion;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.institutes.institute.InstitutePolicy;
import ma.jazari.institutes.institute.InstituteRepository;
import ma.jazari.platform.changelog.PastVersions;
import ma.jazari.platform.changelog.PastVersions.Version;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Shows suggestions beside the institutes that they are about, as far as a caller may see those. */
@ApplicationScoped
class SuggestionViews {

    private static final ObjectNode UNSEEN = JsonNodeFactory.instance.objectNode();

    private final InstituteRepository institutes;
    private final PastVersions versions;
    private final WrittenForm form;

    SuggestionViews(InstituteRepository institutes, PastVersions versions, WrittenForm form) {
        this.institutes = institutes;
        this.versions = versions;
        this.form = form;
    }

    SuggestionResponse of(ChangeSuggestion suggestion, Actor actor) {
        return of(List.of(suggestion), actor).getFirst();
    }

    /** Two reads, however many there are. */
    @Transactional
    List<SuggestionResponse> of(List<ChangeSuggestion> suggestions, Actor actor) {
        var bases = bases(suggestions, actor);
        var now = now(suggestions);
        return suggestions.stream()
                .map(suggestion -> SuggestionResponse.of(
                        suggestion,
                        fields(suggestion, bases.get(base(suggestion)), now.get(suggestion.instituteId()), actor),
                        SuggestionPolicy.moves(suggestion, actor)))
                .toList();
    }

    private static List<SuggestedField> fields(
            ChangeSuggestion suggestion, @Nullable ObjectNode base, @Nullable Now now, Actor actor) {
        var patch = suggestion.patch();
        if (base == null
                || now == null
                || !InstitutePolicy.mayRead(now.id(), now.institute().status(), actor)) {
            return SuggestedFields.of(patch, UNSEEN, UNSEEN).stream()
                    .map(SuggestedField::proposedAlone)
                    .toList();
        }
        boolean seesContacts = InstitutePolicy.maySeePrivate(now.id(), actor);
        return SuggestedFields.of(patch, base, now.written()).stream()
                .map(field -> field.holdsContacts() && !seesContacts ? field.proposedAlone() : field)
                .toList();
    }

    private Map<Version, ObjectNode> bases(List<ChangeSuggestion> suggestions, Actor actor) {
        var wanted = suggestions.stream().map(SuggestionViews::base).collect(Collectors.toSet());
        return versions.at(InstitutePolicy.SUBJECT, wanted, actor).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, past -> form.of(past.getValue())));
    }

    private Map<String, Now> now(List<ChangeSuggestion> suggestions) {
        var ids = suggestions.stream()
                .map(ChangeSuggestion::instituteId)
                .distinct()
                .toList();
        return institutes.list("id in ?1", ids).stream()
                .map(institute -> new Now(institute, form.of(institute)))
                .collect(Collectors.toMap(Now::id, Function.identity()));
    }

    private static Version base(ChangeSuggestion suggestion) {
        return new Version(suggestion.instituteId(), suggestion.baseVersion());
    }

    private record Now(Institute institute, ObjectNode written) {

        String id() {
            return institute.id();
        }
    }
}
