package ma.jazari.institutes.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Takes suggestions and ends them. Every method that changes one is one transaction and leaves one change in the log. */
@ApplicationScoped
class SuggestionService {

    private final SuggestionRepository suggestions;
    private final SuggestedInstitutes institutes;
    private final SuggestionLimits limits;
    private final SuggestionLog log;
    private final Clock clock;

    SuggestionService(
            SuggestionRepository suggestions,
            SuggestedInstitutes institutes,
            SuggestionLimits limits,
            SuggestionLog log,
            Clock clock) {
        this.suggestions = suggestions;
        this.institutes = institutes;
        this.limits = limits;
        this.log = log;
        this.clock = clock;
    }

    /** A new one, for a review. */
    @Transactional
    ChangeSuggestion propose(SuggestionRequest request, Actor actor) {
        limits.checkSize(request.patch());
        var patch = institutes.checked(request, actor);
        limits.claim(request.instituteId(), actor);
        var suggestion = ChangeSuggestion.proposed(Uuids.next(), request, patch, actor, clock.instant());
        suggestions.persist(suggestion);
        log.append(SuggestionStatus.PROPOSED, suggestion, SuggestionPolicy.audience(suggestion), actor);
        return suggestion;
    }

    /** Ends it. An APPLIED one changes its institute in the same transaction. */
    @Transactional
    ChangeSuggestion move(String id, ExpectedVersion expected, SuggestionTransition move, Actor actor) {
        // The suggestion first, then the institute: whoever locks both does it in this order.
        var suggestion = visible(id, suggestions.findForChange(Uuids.checked(id)), actor);
        expected.check(suggestion.version());
        SuggestionPolicy.checkMove(suggestion, move.to(), actor);
        var audience = end(suggestion, move, actor);
        log.append(move.to().changeType(), suggestion, audience, actor);
        return suggestion;
    }

    /** Returns who may see how it ended; null for everybody. */
    private @Nullable List<String> end(ChangeSuggestion suggestion, SuggestionTransition move, Actor actor) {
        boolean isPublic = false;
        switch (move.to()) {
            case APPLIED -> {
                var institute = institutes.apply(suggestion, move.reason(), actor);
                suggestion.applied(institute.version(), move.reason(), actor, clock.instant());
                isPublic = institute.status().isPublished();
            }
            case DISCARDED -> suggestion.discarded(Objects.requireNonNull(move.reason()), actor, clock.instant());
            case WITHDRAWN -> suggestion.withdrawn(move.reason(), clock.instant());
            case PENDING -> throw new IllegalStateException("no move leads there");
        }
        return isPublic ? null : SuggestionPolicy.audience(suggestion);
    }

    /** The suggestion, if the actor may see it. */
    @Transactional
    ChangeSuggestion get(String id, Actor actor) {
        return visible(id, suggestions.findByIdOptional(Uuids.checked(id)), actor);
    }

    private static ChangeSuggestion visible(String id, Optional<ChangeSuggestion> found, Actor actor) {
        return found.filter(suggestion -> SuggestionPolicy.mayRead(suggestion, actor))
                .orElseThrow(() -> Problem.notFound("change suggestion", id));
    }
}
