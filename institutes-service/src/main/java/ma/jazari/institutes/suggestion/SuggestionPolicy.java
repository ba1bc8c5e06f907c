package ma.jazari.institutes.suggestion;

import java.util.List;
import ma.jazari.institutes.institute.InstitutePolicy;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;

/** Who may see and do what with a suggestion. For everybody else there is none. */
final class SuggestionPolicy {

    static final String SUBJECT = "CHANGE_SUGGESTION";

    private SuggestionPolicy() {}

    static boolean mayRead(ChangeSuggestion suggestion, Actor actor) {
        return actor.seesEverything()
                || suggestion.isBy(actor)
                || actor.actsFor(InstitutePolicy.SUBJECT, suggestion.instituteId());
    }

    /** The moves that are open to the actor: the network administrator reviews, the proposer takes it back. */
    static List<SuggestionStatus> moves(ChangeSuggestion suggestion, Actor actor) {
        return suggestion.status().next().stream()
                .filter(to -> to == SuggestionStatus.WITHDRAWN ? suggestion.isBy(actor) : actor.isNetworkAdmin())
                .sorted()
                .toList();
    }

    /** @throws Problem 409 that names the moves that are open */
    static void checkMove(ChangeSuggestion suggestion, SuggestionStatus to, Actor actor) {
        var open = moves(suggestion, actor);
        if (!open.contains(to)) {
            throw Problem.moveNotAllowed(suggestion.status(), to, open);
        }
    }

    /** Who sees it besides those who see all, while it is not public. */
    static List<String> audience(ChangeSuggestion suggestion) {
        return List.of(
                InstitutePolicy.SUBJECT + ":" + suggestion.instituteId(),
                Actor.audience(String.valueOf(suggestion.proposer().sub())));
    }
}
