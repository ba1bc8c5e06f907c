package ma.jazari.partnerships.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import ma.jazari.platform.changelog.ChangeLog;
import ma.jazari.platform.changelog.NewChange;
import ma.jazari.platform.changelog.RecordImage;
import ma.jazari.platform.changelog.Subject;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.json.JsonBinder;
import ma.jazari.platform.json.MergePatch;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;

/** Admits and changes partners. Every change is one transaction and leaves one entry in the change log. */
@ApplicationScoped
class PartnerService {

    private final PartnerRepository partners;
    private final PartnerSearch search;
    private final ChangeLog changes;
    private final JsonBinder binder;
    private final Clock clock;

    PartnerService(
            PartnerRepository partners, PartnerSearch search, ChangeLog changes, JsonBinder binder, Clock clock) {
        this.partners = partners;
        this.search = search;
        this.changes = changes;
        this.binder = binder;
        this.clock = clock;
    }

    /** A new partner, active at once. */
    @Transactional
    public Partner create(PartnerRequest request, Actor actor) {
        var partner = Partner.admitted(partners.freshId(), request, clock.instant());
        partners.persistAndFlush(partner);
        log("partner.created", partner, actor);
        return partner;
    }

    /** Changes what is written of it; a patch that changes nothing leaves no trace. */
    @Transactional
    public Partner change(String id, ExpectedVersion expected, MergePatch patch, Actor actor) {
        PublicId.checked(Partner.ID_PREFIX, id);
        var partner = partners.findForChange(id).orElseThrow(() -> Problem.notFound("partner", id));
        expected.check(partner.version());
        var before = partner.written();
        var after = binder.bind(patch.applyTo(binder.tree(before)), PartnerRequest.class);
        if (after.equals(before)) {
            return partner;
        }
        partner.change(after, clock.instant());
        partners.flush();
        log("partner.updated", partner, actor);
        return partner;
    }

    @Transactional
    public Partner get(String id) {
        PublicId.checked(Partner.ID_PREFIX, id);
        return partners.findByIdOptional(id).orElseThrow(() -> Problem.notFound("partner", id));
    }

    @Transactional
    public Page<Partner> find(PartnerQuery query) {
        return search.find(query);
    }

    private void log(String type, Partner partner, Actor actor) {
        var subject = new Subject(PartnerPolicy.SUBJECT, partner.id());
        var image = image(partner);
        changes.append(
                new NewChange(type, subject, partner.version(), image.state(), image.privateState(), null, null),
                actor);
    }

    /** The partner as the log keeps it. */
    RecordImage image(Partner partner) {
        var contacts = partner.contacts().isEmpty() ? null : changes.tree(Map.of("contacts", partner.contacts()));
        return new RecordImage(changes.tree(partner.state()), contacts);
    }
}
