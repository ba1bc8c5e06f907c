package ma.jazari.partnerships.partnermerge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.jazari.partnerships.partner.Partner;
import ma.jazari.partnerships.partner.PartnerLog;
import ma.jazari.partnerships.partner.PartnerLog.Happened;
import ma.jazari.partnerships.partner.PartnerRepository;
import ma.jazari.partnerships.partner.PartnerRequest;
import ma.jazari.partnerships.partner.PartnerService;
import ma.jazari.partnerships.partner.PartnerStatus;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.json.JsonBinder;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.Violation;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Merges one partner into another. A merge is one transaction and leaves one entry in the log of each. */
@ApplicationScoped
public class PartnerMerges {

    private final PartnerRepository partners;
    private final PartnerLog log;
    private final EntityManager entities;
    private final JsonBinder binder;
    private final Clock clock;

    PartnerMerges(PartnerRepository partners, PartnerLog log, EntityManager entities, JsonBinder binder, Clock clock) {
        this.partners = partners;
        this.log = log;
        this.entities = entities;
        this.binder = binder;
        this.clock = clock;
    }

    /**
     * Merges the partner into the successor that the move names.
     *
     * @throws Problem 400 for a successor that cannot be, 409 where a rule of the registry is against it
     */
    @Transactional
    public Partner merge(String id, ExpectedVersion expected, PartnerTransition move, Actor actor) {
        var pair = pair(id, expected, move, partners.findForChange(both(id, move)));
        var gains = Gains.of(pair.source().state(), pair.successor().state());
        apply(gains, pair, clock.instant());
        var all = List.of(
                new Happened("partner.merged", pair.source()), new Happened("partner.absorbed", pair.successor()));
        log.appendAll(all, move.reason(), actor);
        return pair.source();
    }

    /**
     * What merging the partner would do; nothing is changed.
     *
     * @throws Problem as the merge itself would
     */
    @Transactional
    public PlannedMerge preview(String id, ExpectedVersion expected, PartnerTransition move) {
        var pair = pair(id, expected, move, partners.findAllOf(both(id, move)));
        // What happens to them from here on is never written.
        entities.detach(pair.source());
        entities.detach(pair.successor());
        var before = pair.source().status();
        var gains = Gains.of(pair.source().state(), pair.successor().state());
        apply(gains, pair, clock.instant());
        return new PlannedMerge(pair.source(), pair.successor(), before, gains);
    }

    private static List<String> both(String id, PartnerTransition move) {
        PublicId.checked(Partner.ID_PREFIX, id);
        var successorId = Objects.requireNonNull(move.successorId(), "the request was checked");
        if (successorId.equals(id)) {
            throw Problem.invalid("/successorId", "must be another partner");
        }
        return List.of(id, successorId);
    }

    private record Pair(Partner source, Partner successor) {}

    private static Pair pair(String id, ExpectedVersion expected, PartnerTransition move, Collection<Partner> found) {
        Map<String, Partner> known = found.stream().collect(Collectors.toMap(Partner::id, Function.identity()));
        return new Pair(source(known.get(id), id, expected), successor(known.get(move.successorId()), move));
    }

    private static Partner source(@Nullable Partner found, String id, ExpectedVersion expected) {
        if (found == null) {
            throw Problem.notFound("partner", id);
        }
        PartnerService.refuseMerged(found);
        expected.check(found.version());
        return found;
    }

    private static Partner successor(@Nullable Partner found, PartnerTransition move) {
        if (found == null) {
            throw Problem.invalid("/successorId", "there is no partner " + move.successorId());
        }
        if (found.status() != PartnerStatus.ACTIVE) {
            throw Problem.conflict("The successor " + found.id() + " is " + found.status() + "; it must be "
                    + PartnerStatus.ACTIVE + ".");
        }
        return found;
    }

    private void apply(Gains gains, Pair pair, Instant now) {
        var written = pair.successor().written();
        var grown = gains.addedTo(pair.successor().state(), written);
        if (!grown.equals(written)) {
            checkFits(grown);
        }
        pair.successor().change(grown, now);
        pair.source().mergeInto(pair.successor().id(), now);
    }

    /** @throws Problem 409 where the successor would have more of something than a record holds */
    private void checkFits(PartnerRequest grown) {
        try {
            binder.bind(binder.tree(grown), PartnerRequest.class);
        } catch (Problem refused) {
            throw Problem.conflict("With what it gains the successor would not fit into a record: "
                            + refused.violations().stream()
                                    .map(PartnerMerges::text)
                                    .collect(Collectors.joining("; "))
                            + ". Shorten the records first.")
                    .with("limits", refused.violations());
        }
    }

    private static String text(Violation violation) {
        return violation.pointer() + " " + violation.detail();
    }
}
