package ma.jazari.institutes.suggestion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import ma.jazari.platform.changelog.ChangeLog;
import ma.jazari.platform.changelog.HistoryItem.Who;
import ma.jazari.platform.changelog.NewChange;
import ma.jazari.platform.changelog.Subject;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Writes down what happened to a suggestion. */
@ApplicationScoped
class SuggestionLog {

    private final EntityManager entities;
    private final ChangeLog changes;

    SuggestionLog(EntityManager entities, ChangeLog changes) {
        this.entities = entities;
        this.changes = changes;
    }

    /** @param audience who sees it besides those who see all; null for everybody */
    @Transactional(Transactional.TxType.MANDATORY)
    void append(String type, ChangeSuggestion suggestion, @Nullable List<String> audience, Actor actor) {
        entities.flush();
        var subject = new Subject(SuggestionPolicy.SUBJECT, suggestion.id());
        var state = changes.tree(suggestion.state());
        changes.append(
                new NewChange(
                        type,
                        subject,
                        suggestion.version(),
                        state,
                        privateState(suggestion),
                        audience,
                        suggestion.reason()),
                actor);
    }

    /** Who proposed it, what it says to the reviewer, and the contacts in it. */
    private ObjectNode privateState(ChangeSuggestion suggestion) {
        var hidden = changes.tree(new Hidden(suggestion.proposer(), suggestion.comment()));
        var contacts = suggestion.patch().get("contacts");
        if (contacts != null) {
            hidden.putObject("patch").set("contacts", contacts);
        }
        return hidden;
    }

    private record Hidden(Who proposer, @Nullable String comment) {}
}
