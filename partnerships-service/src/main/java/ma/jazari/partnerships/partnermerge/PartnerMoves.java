package ma.jazari.partnerships.partnermerge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import ma.jazari.partnerships.partner.Partner;
import ma.jazari.partnerships.partner.PartnerLog;
import ma.jazari.partnerships.partner.PartnerPolicy;
import ma.jazari.partnerships.partner.PartnerRepository;
import ma.jazari.partnerships.partner.PartnerStatus;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;

/** Moves partners between active and not, and merges them. */
@ApplicationScoped
class PartnerMoves {

    private final PartnerRepository partners;
    private final PartnerMerges merges;
    private final PartnerLog log;
    private final Clock clock;

    PartnerMoves(PartnerRepository partners, PartnerMerges merges, PartnerLog log, Clock clock) {
        this.partners = partners;
        this.merges = merges;
        this.log = log;
        this.clock = clock;
    }

    /** Moves it through its lifecycle, and leaves an entry in the log. */
    @Transactional
    public Partner move(String id, ExpectedVersion expected, PartnerTransition move, Actor actor) {
        PublicId.checked(Partner.ID_PREFIX, id);
        if (move.to() == PartnerStatus.MERGED) {
            return merges.merge(id, expected, move, actor);
        }
        var partner = partners.findForChange(id).orElseThrow(() -> Problem.notFound("partner", id));
        expected.check(partner.version());
        var open = PartnerPolicy.moves(partner.status(), actor);
        if (!open.contains(move.to())) {
            throw Problem.moveNotAllowed(partner.status(), move.to(), open);
        }
        partner.moveTo(move.to(), clock.instant());
        log.append(move.to().changeType(), partner, move.reason(), actor);
        return partner;
    }
}
