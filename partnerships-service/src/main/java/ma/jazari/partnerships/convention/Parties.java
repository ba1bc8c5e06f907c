package ma.jazari.partnerships.convention;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.partnerships.agreement.Agreement;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.agreement.PartyRole;
import ma.jazari.partnerships.party.PartySuccessions;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.Violation;
import ma.jazari.platform.security.Actor;

/** Whether the parties of an agreement may enter into it, and what follows from who they are. */
@ApplicationScoped
class Parties {

    private static final String ARE_ONE =
            "At least two different organisations sign a convention; those of this one have been merged into one.";

    private final Standings standings;
    private final PartySuccessions successions;

    Parties(Standings standings, PartySuccessions successions) {
        this.standings = standings;
        this.successions = successions;
    }

    /**
     * Whether an agreement between them is one of South and South.
     *
     * @throws Problem 409 with the reason for each party that may not enter into it
     */
    boolean checkedSouthSouth(Agreement agreement, Actor actor) {
        var known = standings.of(agreement.organisations());
        PartyCheck.check(agreement.organisations(), known, actor);
        return SouthSouth.between(known.values());
    }

    /** All that keeps the parties from entering into it, now or when it is proposed. */
    List<Violation> violations(Agreement agreement, Actor actor) {
        var parties = agreement.organisations();
        var refused = PartyCheck.refusals(parties, standings.of(parties), actor).stream()
                .map(refusal -> new Violation(refusal.pointer(), refusal.reason()));
        var incomplete = Completeness.violation(agreement).map(detail -> new Violation("/parties", detail));
        var same = areOne(agreement) ? Optional.of(new Violation("/parties", ARE_ONE)) : Optional.<Violation>empty();
        return Stream.of(refused, incomplete.stream(), same.stream())
                .flatMap(found -> found)
                .toList();
    }

    /** The same for what is to be proposed: organisations merged into one are one, and nobody agrees with himself. */
    boolean checkedForProposal(Agreement agreement, Actor actor) {
        boolean southSouth = checkedSouthSouth(agreement, actor);
        if (areOne(agreement)) {
            throw Problem.conflict(ARE_ONE);
        }
        return southSouth;
    }

    private boolean areOne(Agreement agreement) {
        var current = successions.current(
                agreement.organisations().stream().map(PartyRef::id).toList());
        var signatories = agreement.parties().stream()
                .filter(party -> party.has(PartyRole.SIGNATORY))
                .map(party -> party.party().id())
                .map(id -> current.getOrDefault(id, id))
                .distinct()
                .count();
        return !current.isEmpty() && signatories < 2;
    }

    /** Of the parties of the conventions that were merged, by id, the organisation that each is now. */
    Map<String, String> successors(Collection<Convention> shown) {
        var parties = shown.stream()
                .flatMap(convention -> convention.insiders().stream())
                .map(PartyRef::id)
                .collect(Collectors.toSet());
        return successions.current(parties);
    }
}
