package ma.jazari.partnerships.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import ma.jazari.partnerships.partnerduplicate.PartnerDuplicates;
import ma.jazari.partnerships.provenance.RorStatements;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.json.JsonBinder;
import ma.jazari.platform.json.MergePatch;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;

/** Admits and changes partners. Every change is one transaction and leaves one entry in the change log. */
@ApplicationScoped
public class PartnerService {

    private final PartnerRepository partners;
    private final PartnerDuplicates duplicates;
    private final RorStatements ror;
    private final PartnerLog log;
    private final JsonBinder binder;
    private final Clock clock;

    PartnerService(
            PartnerRepository partners,
            PartnerDuplicates duplicates,
            RorStatements ror,
            PartnerLog log,
            JsonBinder binder,
            Clock clock) {
        this.partners = partners;
        this.duplicates = duplicates;
        this.ror = ror;
        this.log = log;
        this.binder = binder;
        this.clock = clock;
    }

    /**
     * A new partner, active at once.
     *
     * @param confirmed whether its author knows that it looks like another one
     */
    @Transactional
    public Partner create(PartnerRequest request, boolean confirmed, Actor actor) {
        if (!confirmed) {
            duplicates.refuse(request);
        }
        var partner = Partner.admitted(partners.freshId(), request, clock.instant());
        partners.persist(partner);
        log.append("partner.created", partner, null, actor);
        return partner;
    }

    /** Changes what is written of it; a patch that changes nothing leaves no trace. */
    @Transactional
    public Partner change(String id, ExpectedVersion expected, MergePatch patch, Actor actor) {
        var partner = forChange(id);
        expected.check(partner.version());
        var before = partner.written();
        var after = binder.bind(patch.applyTo(binder.tree(before)), PartnerRequest.class);
        if (after.equals(before)) {
            return partner;
        }
        partner.change(after, clock.instant());
        ror.release(partner);
        log.append("partner.updated", partner, null, actor);
        return partner;
    }

    @Transactional
    public Partner get(String id) {
        PublicId.checked(Partner.ID_PREFIX, id);
        return partners.findByIdOptional(id).orElseThrow(() -> Problem.notFound("partner", id));
    }

    /**
     * The partner, locked for a change.
     *
     * @throws Problem 404, or 409 for one that was merged into another
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Partner forChange(String id) {
        PublicId.checked(Partner.ID_PREFIX, id);
        var partner = partners.findForChange(id).orElseThrow(() -> Problem.notFound("partner", id));
        refuseMerged(partner);
        return partner;
    }

    /** @throws Problem 409 for one that was merged into another */
    public static void refuseMerged(Partner partner) {
        if (partner.successorId() != null) {
            throw Problem.conflict("It was merged into " + partner.successorId() + ". Change that one.")
                    .with("successorId", partner.successorId());
        }
    }
}
