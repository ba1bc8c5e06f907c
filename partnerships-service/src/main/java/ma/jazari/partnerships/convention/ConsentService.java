package ma.jazari.partnerships.convention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.lifecycle.Act;
import ma.jazari.partnerships.lifecycle.Consent;
import ma.jazari.partnerships.lifecycle.ConventionStatus;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** The word of parties for what takes the word of all: that a convention ends now, or goes on after its term. */
@ApplicationScoped
public class ConsentService {

    private final ConventionWriter writer;
    private final Acting acting;

    ConsentService(ConventionWriter writer, Acting acting) {
        this.writer = writer;
        this.acting = acting;
    }

    /** A party gives its word; the last one carries it out. */
    @Transactional
    public Convention give(String id, ExpectedVersion expected, ConsentRequest request, Actor actor) {
        var convention = writer.lock(id, expected, actor);
        checkCanBeGiven(convention, request.to(), actor);
        var act = act(convention, request.party(), actor);
        writer.change(
                convention,
                found -> request.to() == Consent.To.RENEWAL ? found.renew(act) : found.terminate(request.reason(), act),
                request.reason(),
                actor);
        writer.catchUp(convention);
        return convention;
    }

    /** A party takes its word back before all have given theirs. */
    @Transactional
    public Convention takeBack(
            String id, ExpectedVersion expected, Consent.To to, @Nullable PartyRef party, Actor actor) {
        var convention = writer.lock(id, expected, actor);
        var act = act(convention, party, actor);
        boolean given = convention.consents().stream()
                .anyMatch(consent -> consent.to() == to && consent.party().equals(act.party()));
        if (!given) {
            throw Problem.notFound("consent to " + to + " of", String.valueOf(act.party()));
        }
        writer.change(convention, found -> found.withdrawConsent(to, act), null, actor);
        return convention;
    }

    private Act act(Convention convention, @Nullable PartyRef party, Actor actor) {
        var deciders = convention.text().deciders();
        var act = party == null ? acting.of(null, deciders, actor) : acting.of(party, deciders, "/party", actor);
        if (act.party() == null) {
            throw actor.isNetworkAdmin()
                    ? Problem.invalid("/party", "is required: whose word it is")
                    : Problem.forbidden("This takes the word of " + deciders + ", and you act for none of them.");
        }
        return act;
    }

    private static void checkCanBeGiven(Convention convention, Consent.To to, Actor actor) {
        boolean open = convention.status() == ConventionStatus.IN_FORCE
                || (convention.status() == ConventionStatus.SUSPENDED && to == Consent.To.TERMINATION);
        if (!open) {
            throw ConventionPolicy.notNow(convention, actor, "There can be no word for " + to + " now.");
        }
    }
}
