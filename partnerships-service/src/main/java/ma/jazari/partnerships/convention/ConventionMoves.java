package ma.jazari.partnerships.convention;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import ma.jazari.partnerships.lifecycle.Act;
import ma.jazari.partnerships.lifecycle.ConventionMove;
import ma.jazari.partnerships.lifecycle.Happening;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;

/** The moves of conventions that somebody asks for, along the table of {@link ConventionMove}. */
@ApplicationScoped
public class ConventionMoves {

    private final ConventionWriter writer;
    private final Parties parties;
    private final TextPatch patch;
    private final Acting acting;

    ConventionMoves(ConventionWriter writer, Parties parties, TextPatch patch, Acting acting) {
        this.writer = writer;
        this.parties = parties;
        this.patch = patch;
        this.acting = acting;
    }

    /** Moves it, if the move is open to the actor. */
    @Transactional
    public Convention move(String id, ExpectedVersion expected, TransitionRequest request, Actor actor) {
        var convention = writer.lock(id, expected, actor);
        var open = ConventionPolicy.moves(convention, actor);
        var move = open.stream()
                .filter(candidate -> candidate.to() == request.to())
                .findFirst()
                .orElseThrow(() -> notAllowed(convention, request, open));
        var act = act(move, convention, request, actor);
        writer.change(convention, found -> carryOut(move, found, request, act, actor), request.reason(), actor);
        writer.catchUp(convention);
        return convention;
    }

    private static Problem notAllowed(Convention convention, TransitionRequest request, List<ConventionMove> open) {
        return Problem.moveNotAllowed(
                convention.status(),
                request.to(),
                open.stream().map(ConventionMove::to).toList());
    }

    private Act act(ConventionMove move, Convention convention, TransitionRequest request, Actor actor) {
        return switch (move.asker()) {
            case ANY_PARTY ->
                request.onBehalfOf() == null
                        ? acting.forAny(convention.agreement().organisations(), actor)
                        : acting.of(request.onBehalfOf(), convention.agreement().organisations(), actor);
            case DECIDING_PARTY ->
                acting.of(request.onBehalfOf(), convention.text().deciders(), actor);
            case WHOEVER_BEGAN_IT ->
                request.onBehalfOf() == null
                        ? acting.forAny(convention.whoeverBeganIt(), actor)
                        : acting.of(request.onBehalfOf(), convention.whoeverBeganIt(), actor);
            case NOBODY -> throw new IllegalStateException("nobody asks for " + move);
        };
    }

    private Happening carryOut(
            ConventionMove move, Convention convention, TransitionRequest request, Act act, Actor actor) {
        return switch (move) {
            case PROPOSAL -> propose(convention, request, act, actor);
            case COUNTER -> counter(convention, request, act, actor);
            case GIVING_UP, WITHDRAWAL, LATE_WITHDRAWAL -> convention.withdraw(act);
            case REJECTION -> convention.reject(act);
            case SUSPENSION -> convention.suspend(act);
            case RESUMPTION -> convention.resume(act);
            case NOTICE -> giveNotice(convention, request, act);
            case NOTICE_TAKEN_BACK -> convention.takeNoticeBack(act);
            case TERMINATION, END_OF_SUSPENDED -> convention.terminate(request.reason(), act);
            case APPROVAL, SIGNING, START, AMENDMENT, EXPIRY, END_OF_NOTICE ->
                throw new IllegalStateException("nobody asks for " + move);
        };
    }

    private Happening propose(Convention convention, TransitionRequest request, Act act, Actor actor) {
        if (request.revision() != null) {
            throw Problem.invalid(
                    "/revision", "goes with a counter; a draft is changed by PATCH before it is proposed");
        }
        return convention.propose(parties.checkedForProposal(convention.agreement(), actor), act);
    }

    private Happening counter(Convention convention, TransitionRequest request, Act act, Actor actor) {
        ObjectNode changes = request.revision();
        if (changes == null) {
            throw Problem.conflict(
                    "The convention is proposed already. To counter it, say in \"revision\" what you would change.");
        }
        var changed = patch.apply(changes, convention, convention.agreement(), "/revision", actor);
        return convention.counter(changed, parties.checkedForProposal(changed, actor), act);
    }

    private static Happening giveNotice(Convention convention, TransitionRequest request, Act act) {
        if (act.party() == null) {
            throw Problem.invalid("/onBehalfOf", "is required: notice is given by a party");
        }
        return convention.giveNotice(request.terminatesOn(), act);
    }
}
