package ma.jazari.partnerships.partykey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.platform.changelog.ChangeLog;
import ma.jazari.platform.changelog.NewChange;
import ma.jazari.platform.changelog.RecordImage;
import ma.jazari.platform.changelog.Subject;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Publishes the keys of parties. Every change is one transaction and leaves one entry in the change log. */
@ApplicationScoped
public class KeySetService {

    static final String SUBJECT = "PARTY_KEYS";

    private final KnownParties parties;
    private final KeySetRepository keySets;
    private final ChangeLog changes;
    private final Clock clock;

    KeySetService(KnownParties parties, KeySetRepository keySets, ChangeLog changes, Clock clock) {
        this.parties = parties;
        this.keySets = keySets;
        this.changes = changes;
        this.clock = clock;
    }

    /** Makes these the party's current keys; the same ones again leave no trace. */
    @Transactional
    public KeySet publish(PartyRef party, @Nullable String ifMatch, KeySetRequest request, Actor actor) {
        checkMayPublish(party, actor);
        var before = keySets.findForChange(party);
        checkExpected(before, ifMatch);
        var after = before.publish(SigningKeys.read(request.keys()), clock.instant());
        if (after.version() == before.version()) {
            return before;
        }
        if (!keySets.save(before, after)) {
            throw Problem.of(
                    ProblemType.PRECONDITION_REQUIRED,
                    "Keys of " + party + " were published just now; read them, and send their ETag as If-Match.");
        }
        log(after, actor);
        return after;
    }

    /** All keys that the party has ever published, if the actor may know of it. */
    @Transactional
    public KeySet get(PartyRef party, Actor actor) {
        parties.check(party, actor);
        return keySets.find(party);
    }

    /** The key of the party. @throws Problem 404 if it has published none of this kid */
    @Transactional
    public PartyKey get(PartyRef party, String kid, Actor actor) {
        return get(party, actor).find(kid).orElseThrow(() -> Problem.notFound("key", kid));
    }

    /** The network administrator neither: whoever can publish a key can sign for the party. */
    private void checkMayPublish(PartyRef party, Actor actor) {
        parties.check(party, actor);
        if (!party.representedBy(actor)) {
            throw Problem.forbidden("You do not act for " + party + "; only those who do publish its keys.");
        }
    }

    private static void checkExpected(KeySet before, @Nullable String ifMatch) {
        if (before.wasPublished() || ifMatch != null) {
            ExpectedVersion.of(ifMatch).check(before.version());
        }
    }

    private void log(KeySet set, Actor actor) {
        var subject = new Subject(SUBJECT, set.party().id());
        var state = image(set).state();
        changes.append(new NewChange("party-keys.published", subject, set.version(), state, null, null, null), actor);
    }

    /** The keys as the log keeps them. */
    RecordImage image(KeySet set) {
        return new RecordImage(changes.tree(KeySetState.of(set)), null);
    }
}
