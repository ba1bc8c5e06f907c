package ma.jazari.partnerships.convention;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.lifecycle.ConventionMove;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Who may see and do what with a convention. What a caller may not see does not exist for it. */
public final class ConventionPolicy {

    public static final String SUBJECT = "CONVENTION";

    private ConventionPolicy() {}

    static boolean isParty(Collection<PartyRef> parties, Actor actor) {
        return parties.stream().anyMatch(party -> party.representedBy(actor));
    }

    /** Whether it sees what is not public of it, too. */
    public static boolean maySeeConfidential(Convention convention, Actor actor) {
        return actor.seesEverything() || isParty(convention.insiders(), actor);
    }

    /** @throws Problem 404 for a stranger to a convention that is not public */
    static void checkMayRead(Convention convention, Actor actor) {
        if (!convention.status().isPublished() && !maySeeConfidential(convention, actor)) {
            throw Problem.notFound("convention", convention.id());
        }
    }

    /** @throws Problem 404 for a stranger, 403 for those who see it and are no party */
    static void checkMayChange(Convention convention, Actor actor) {
        checkMayRead(convention, actor);
        if (!actor.isNetworkAdmin() && !isParty(convention.insiders(), actor)) {
            throw Problem.forbidden("Only its parties and the network administrator change and move a convention.");
        }
    }

    /** @throws Problem 403 for who is only invited by an amendment that is not agreed */
    public static void checkIsParty(Convention convention, Actor actor) {
        if (!actor.isNetworkAdmin() && !isParty(convention.agreement().organisations(), actor)) {
            throw Problem.forbidden("You are invited to an amendment; until it is agreed you are no party.");
        }
    }

    /** @throws Problem 403 for who does not decide on the amendment */
    static void checkDecidesOnAmendment(Convention convention, Actor actor) {
        if (!actor.isNetworkAdmin() && !isParty(convention.approvers(), actor)) {
            throw Problem.forbidden("Only a party that decides on it rejects an amendment; withdraw from it instead.");
        }
    }

    /** The refusal of an act for which it is not the time, with the moves that are open. */
    public static Problem notNow(Convention convention, Actor actor, String detail) {
        var open = moves(convention, actor).stream().map(ConventionMove::to).toList();
        return Problem.conflict("The convention is " + convention.status() + ". " + detail)
                .with("allowed", open);
    }

    /** The moves that are open to the actor, in the order of the table. */
    static List<ConventionMove> moves(Convention convention, Actor actor) {
        return ConventionMove.from(convention.status()).stream()
                .filter(move -> move.isAskedFor() && mayAskFor(move, convention, actor))
                .toList();
    }

    private static boolean mayAskFor(ConventionMove move, Convention convention, Actor actor) {
        return actor.isNetworkAdmin()
                || switch (move.asker()) {
                    case ANY_PARTY -> isParty(convention.agreement().organisations(), actor);
                    case DECIDING_PARTY -> isParty(convention.text().deciders(), actor);
                    case WHOEVER_BEGAN_IT -> isParty(convention.whoeverBeganIt(), actor);
                    case NOBODY -> false;
                };
    }

    /**
     * The owner of what the actor writes: the party that is named, else the one that the actor acts for.
     *
     * @throws Problem 403 if the actor acts for no party, or not for the one that it names; 400 if no owner is clear
     */
    static PartyRef owner(List<PartyRef> parties, @Nullable PartyRef named, Actor actor) {
        var own = parties.stream().filter(party -> party.representedBy(actor)).toList();
        if (own.isEmpty() && !actor.isNetworkAdmin()) {
            throw Problem.forbidden(
                    "You act for none of the parties; write conventions of organisations that you act for.");
        }
        if (named != null && !actor.isNetworkAdmin() && !own.contains(named)) {
            throw Problem.forbidden("You do not act for " + named + "; the owner is a party that you act for.");
        }
        if (named == null && own.size() != 1) {
            throw Problem.invalid(
                    "/ownerParty", "is required here: which of the parties owns the convention is not clear otherwise");
        }
        return named == null ? own.getFirst() : named;
    }

    /**
     * The owner of a draft once it is rewritten: the owner alone hands it on, and nobody writes itself out of it.
     *
     * @throws Problem 403 where the actor hands on what is not its own; 400 where it would be no party any more
     */
    static PartyRef ownerAfter(Convention convention, ConventionRequest after, Actor actor) {
        checkStaysIn(after, actor);
        var before = convention.owner();
        var wanted = Objects.requireNonNullElse(after.ownerParty(), before);
        if (!after.agreement().organisations().contains(wanted)) {
            throw Problem.invalid("/parties", "must hold the owner, " + wanted);
        }
        if (!wanted.equals(before) && !actor.isNetworkAdmin() && !before.representedBy(actor)) {
            throw Problem.forbidden(
                    "Only the owner, " + before + ", and the network administrator hand a convention on.");
        }
        return wanted;
    }

    /** @throws Problem 400 where the actor would be no party any more */
    static void checkStaysIn(ConventionRequest after, Actor actor) {
        if (!actor.isNetworkAdmin() && !isParty(after.agreement().organisations(), actor)) {
            throw Problem.invalid("/parties", "must hold an organisation that you act for");
        }
    }
}
