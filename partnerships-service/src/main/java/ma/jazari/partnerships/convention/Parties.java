package ma.jazari.partnerships.convention;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import ma.jazari.partnerships.agreement.Agreement;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.agreement.PartyRole;
import ma.jazari.partnerships.agreement.PartyType;
import ma.jazari.partnerships.institutecopy.Successions;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;

/** Whether the parties of an agreement may enter into it, and what follows from who they are. */
@ApplicationScoped
class Parties {

    private final Standings standings;
    private final Successions successions;

    Parties(Standings standings, Successions successions) {
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

    /** The same for what is to be proposed: institutes merged into one are one, and nobody agrees with himself. */
    boolean checkedForProposal(Agreement agreement, Actor actor) {
        boolean southSouth = checkedSouthSouth(agreement, actor);
        var current = successions.current(
                agreement.organisations().stream().map(PartyRef::id).toList());
        var signatories = agreement.parties().stream()
                .filter(party -> party.has(PartyRole.SIGNATORY))
                .map(party -> party.party().id())
                .map(id -> current.getOrDefault(id, id))
                .distinct()
                .count();
        if (!current.isEmpty() && signatories < 2) {
            throw Problem.conflict(
                    "At least two different organisations sign a convention; those of this one have been merged into one.");
        }
        return southSouth;
    }

    /** Of the parties of the conventions that were merged, by id, the institute that each is now. */
    Map<String, String> successors(Collection<Convention> shown) {
        var institutes = shown.stream()
                .flatMap(convention -> convention.insiders().stream())
                .filter(party -> party.type() == PartyType.INSTITUTE)
                .map(PartyRef::id)
                .collect(Collectors.toSet());
        return successions.current(institutes);
    }
}
