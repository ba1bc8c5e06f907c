package ma.jazari.partnerships.convention;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.lifecycle.Act;
import ma.jazari.partnerships.lifecycle.Who;
import ma.jazari.partnerships.time.Today;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** On whose behalf a caller acts. */
@ApplicationScoped
public class Acting {

    private final Clock clock;
    private final Today today;

    Acting(Clock clock, Today today) {
        this.clock = clock;
        this.today = today;
    }

    /**
     * An act on behalf of the party that is named. The network administrator records what the party did elsewhere.
     *
     * @param pointer where the request names it
     * @throws Problem 400 for one that does not count here, 403 for one that the actor does not act for
     */
    public Act of(PartyRef named, Collection<PartyRef> eligible, String pointer, Actor actor) {
        if (!eligible.contains(named)) {
            throw Problem.invalid(pointer, "must be one of those whose act this is: " + eligible);
        }
        boolean own = named.representedBy(actor);
        if (!own && !actor.isNetworkAdmin()) {
            throw Problem.forbidden("You do not act for " + named + ".");
        }
        return act(named, !own, actor);
    }

    /**
     * An act on behalf of the party that is named, else of the one that the actor acts for; the network administrator
     * who names none acts in its own right.
     *
     * @throws Problem 400 where it is not clear for whom, 403 for a party that the actor does not act for
     */
    public Act of(@Nullable PartyRef named, Collection<PartyRef> eligible, Actor actor) {
        if (named != null) {
            return of(named, eligible, "/onBehalfOf", actor);
        }
        var own = represented(eligible, actor);
        if (own.size() > 1) {
            throw Problem.invalid("/onBehalfOf", "is required here: you act for several of the parties, " + own);
        }
        return act(own.isEmpty() ? null : own.getFirst(), false, actor);
    }

    /** An act that takes no party: whoever may do it does it for the convention. */
    public Act forAny(Collection<PartyRef> parties, Actor actor) {
        return act(represented(parties, actor).stream().findFirst().orElse(null), false, actor);
    }

    private static List<PartyRef> represented(Collection<PartyRef> parties, Actor actor) {
        return parties.stream().filter(party -> party.representedBy(actor)).toList();
    }

    private Act act(@Nullable PartyRef party, boolean recorded, Actor actor) {
        return new Act(party, Who.of(actor), recorded, clock.instant().truncatedTo(ChronoUnit.MICROS), today.get());
    }
}
