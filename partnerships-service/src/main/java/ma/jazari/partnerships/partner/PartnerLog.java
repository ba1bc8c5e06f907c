package ma.jazari.partnerships.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import ma.jazari.partnerships.news.PartyNews;
import ma.jazari.partnerships.provenance.RorStatements;
import ma.jazari.platform.changelog.ChangeLog;
import ma.jazari.platform.changelog.NewChange;
import ma.jazari.platform.changelog.RecordImage;
import ma.jazari.platform.changelog.Subject;
import ma.jazari.platform.search.SearchIndex;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Writes down what happened to partners: their new versions, what search sees of them, an entry in the log for each, and
 * news for their conventions. */
@ApplicationScoped
public class PartnerLog {

    private final EntityManager entities;
    private final RorStatements ror;
    private final SearchIndex search;
    private final ChangeLog changes;
    private final PartyNews news;

    PartnerLog(EntityManager entities, RorStatements ror, SearchIndex search, ChangeLog changes, PartyNews news) {
        this.entities = entities;
        this.ror = ror;
        this.search = search;
        this.changes = changes;
        this.news = news;
    }

    /**
     * What happened to a partner.
     *
     * @param type a past-tense fact, for instance {@code partner.updated}
     */
    public record Happened(String type, Partner partner) {}

    /** Writes the change down: one call for each partner and transaction, after everything else. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(String type, Partner partner, @Nullable String reason, Actor actor) {
        appendAll(List.of(new Happened(type, partner)), reason, actor);
    }

    /** The same for many partners, in a number of round trips that does not grow with them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void appendAll(List<Happened> all, @Nullable String reason, Actor actor) {
        if (all.isEmpty()) {
            return;
        }
        ror.compare(all.stream().map(Happened::partner).toList());
        entities.flush();
        changes.appendAll(all.stream().map(one -> change(one, reason)).toList(), actor);
        search.put(all.stream().map(one -> PartnerDocument.of(one.partner())).toList());
        news.tell(all.stream()
                .map(one -> PartnerPolicy.SUBJECT + ":" + one.partner().id())
                .toList());
    }

    private NewChange change(Happened happened, @Nullable String reason) {
        var partner = happened.partner();
        var image = image(partner);
        var subject = new Subject(PartnerPolicy.SUBJECT, partner.id());
        return new NewChange(
                happened.type(), subject, partner.version(), image.state(), image.privateState(), null, reason);
    }

    /** The partner as the log keeps it. */
    RecordImage image(Partner partner) {
        var contacts = partner.contacts().isEmpty() ? null : changes.tree(Map.of("contacts", partner.contacts()));
        return new RecordImage(changes.tree(partner.state()), contacts);
    }
}
