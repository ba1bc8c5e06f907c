package ma.jazari.partnerships.convention;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import ma.jazari.partnerships.convention.ConventionResponse.ForCaller;
import ma.jazari.partnerships.lifecycle.ConventionMove;
import ma.jazari.partnerships.lifecycle.Text;
import ma.jazari.platform.changelog.History;
import ma.jazari.platform.changelog.Subject;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import ma.jazari.platform.security.CurrentActor;
import ma.jazari.platform.text.Languages;
import org.jspecify.annotations.Nullable;

/** Conventions in the form in which the caller of the request sees them. */
@ApplicationScoped
public class ConventionViews {

    private final Parties parties;
    private final History history;
    private final CurrentActor actor;
    private final Languages languages;
    private final ObjectMapper mapper;

    ConventionViews(Parties parties, History history, CurrentActor actor, Languages languages, ObjectMapper mapper) {
        this.parties = parties;
        this.history = history;
        this.actor = actor;
        this.languages = languages;
        this.mapper = mapper;
    }

    /** With the text that counts: of a draft, of the proposal, or the one in force. */
    public ConventionResponse shown(Convention convention) {
        return shown(convention, ConventionState.of(convention), parties.successors(List.of(convention)));
    }

    Page<ConventionResponse> shown(Page<Convention> page) {
        var successors = parties.successors(page.items());
        return page.with(page.items().stream()
                .map(convention -> shown(convention, ConventionState.of(convention), successors))
                .toList());
    }

    /** With the text that a view asks for. @throws Problem 404 where there is none, or none that the caller may see */
    ConventionResponse shown(Convention convention, TextView view) {
        return switch (view) {
            case USUAL -> shown(convention);
            case IN_FORCE -> {
                if (convention.inForceRevision() == null) {
                    throw Problem.notFound("text in force of convention", convention.id());
                }
                yield shown(convention);
            }
            case PROPOSED -> shown(convention, proposal(convention));
        };
    }

    /** With the text that is proposed, which is what the answer to a proposal is about. */
    ConventionResponse proposed(Convention convention) {
        return shown(convention, proposal(convention));
    }

    private ConventionResponse shown(Convention convention, Text text) {
        var state = ConventionState.of(convention).with(text);
        return shown(convention, state, parties.successors(List.of(convention)));
    }

    private Text proposal(Convention convention) {
        return convention
                .proposal()
                .filter(text -> ConventionPolicy.maySeeConfidential(convention, actor.get()))
                .orElseThrow(() -> Problem.notFound("proposed text of convention", convention.id()));
    }

    private ConventionResponse shown(Convention convention, ConventionState state, Map<String, String> successors) {
        boolean insider = ConventionPolicy.maySeeConfidential(convention, actor.get());
        var moves = ConventionPolicy.moves(convention, actor.get());
        return ConventionResponse.of(
                state,
                new ForCaller(
                        insider ? ConfidentialState.of(convention) : ConfidentialState.NONE,
                        moves.stream().map(ConventionMove::to).sorted().toList(),
                        insider ? Awaited.of(convention) : null,
                        successors,
                        languages.preferred()));
    }

    /** As it was at an instant. @throws Problem 404 where the caller could not see it then */
    ConventionResponse past(String id, Instant instant, TextView view) {
        var uuid = Uuids.checked(id).toString();
        var past = history.asOf(subject(uuid), instant, actor.get())
                .orElseThrow(() -> Problem.notFound("convention at " + instant + ":", id));
        var state = mapper.convertValue(past.state(), ConventionState.class);
        var confidential = past.privateState() == null || !sawConfidential(state, past.privateState(), actor.get())
                ? ConfidentialState.NONE
                : mapper.convertValue(past.privateState(), ConfidentialState.class);
        return ConventionResponse.of(
                viewed(state, confidential, view), ForCaller.ofThePast(confidential, languages.preferred()));
    }

    private boolean sawConfidential(ConventionState state, Object confidential, Actor caller) {
        var amendment =
                mapper.convertValue(confidential, ConfidentialState.class).amendment();
        return caller.seesEverything()
                || state.parties().stream().anyMatch(party -> party.party().representedBy(caller))
                || (amendment != null
                        && ConventionPolicy.isParty(amendment.agreement().organisations(), caller));
    }

    private static ConventionState viewed(ConventionState state, ConfidentialState confidential, TextView view) {
        var amendment = confidential.amendment();
        return switch (view) {
            case USUAL -> state;
            case IN_FORCE -> {
                if (state.inForceRevision() == null) {
                    throw Problem.notFound("text in force then of convention", state.id());
                }
                yield state;
            }
            case PROPOSED -> {
                if (amendment == null && state.proposedRevision() == null) {
                    throw Problem.notFound("text proposed then of convention", state.id());
                }
                yield amendment == null ? state : state.with(amendment);
            }
        };
    }

    static Subject subject(String id) {
        return new Subject(ConventionPolicy.SUBJECT, id);
    }

    /** Which of the texts of a convention is asked for. */
    enum TextView {
        /** The text that counts: of a draft, of the proposal, or the one in force. */
        USUAL,
        IN_FORCE,
        PROPOSED;

        /** @throws Problem 400 for any other word */
        static TextView of(@Nullable String view) {
            return switch (view) {
                case null -> USUAL;
                case "inForce" -> IN_FORCE;
                case "proposed" -> PROPOSED;
                default -> throw Problem.invalid("view", "must be inForce or proposed");
            };
        }
    }
}
