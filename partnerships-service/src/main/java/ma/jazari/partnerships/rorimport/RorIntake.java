package ma.jazari.partnerships.rorimport;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.jazari.partnerships.partner.Partner;
import ma.jazari.partnerships.partner.PartnerLog;
import ma.jazari.partnerships.partner.PartnerRepository;
import ma.jazari.partnerships.partner.PartnerRequest;
import ma.jazari.partnerships.partnerduplicate.PartnerDuplicates;
import ma.jazari.partnerships.provenance.RorStatement;
import ma.jazari.partnerships.provenance.RorStatements;
import ma.jazari.partnerships.provenance.RorStatements.Known;
import ma.jazari.partnerships.rorimport.Tally.Outcome;
import org.jspecify.annotations.Nullable;

/** Takes records of ROR into the registry, a batch in one transaction. */
@ApplicationScoped
class RorIntake {

    private static final int TRANSACTION_SECONDS = 60;
    private static final String REASON = "Import of a ROR dump";

    private final RorStatements statements;
    private final RorHolders holders;
    private final PartnerDuplicates duplicates;
    private final PartnerRepository partners;
    private final PartnerLog log;
    private final Clock clock;

    RorIntake(
            RorStatements statements,
            RorHolders holders,
            PartnerDuplicates duplicates,
            PartnerRepository partners,
            PartnerLog log,
            Clock clock) {
        this.statements = statements;
        this.holders = holders;
        this.duplicates = duplicates;
        this.partners = partners;
        this.log = log;
        this.clock = clock;
    }

    /** Takes the records in, all of them or none. No ROR id is there twice. */
    Outcome take(Order order, List<Candidate> candidates) {
        return QuarkusTransaction.requiringNew()
                .timeout(TRANSACTION_SECONDS)
                .call(() -> transaction(order, candidates));
    }

    private Outcome transaction(Order order, List<Candidate> candidates) {
        var known = statements.known(rorIds(candidates));
        var batch = new Batch(clock.instant());
        var news = candidates.stream()
                .filter(candidate -> saysSomethingNew(candidate.statement(), known.get(candidate.rorId())))
                .toList();
        var held = held(batch, news, known);
        var found = found(held.values(), order);
        news.stream()
                .filter(candidate -> held.containsKey(candidate.rorId()))
                .forEach(candidate -> update(
                        batch,
                        candidate,
                        Objects.requireNonNull(found.get(held.get(candidate.rorId()))),
                        known.containsKey(candidate.rorId())));
        create(batch, batch.left(news, held.keySet()), order);
        if (!order.dryRun()) {
            write(batch, order);
        }
        return batch.outcome(candidates.size());
    }

    private static List<String> rorIds(Collection<Candidate> candidates) {
        return candidates.stream().map(Candidate::rorId).toList();
    }

    private boolean saysSomethingNew(RorStatement statement, @Nullable Known known) {
        return known == null || (!known.isNewerThan(statement) && !known.says(statement, statements.digest(statement)));
    }

    /** The partner of each record that has one: it is of that record, or an administrator gave it the ROR id. */
    private Map<String, String> held(Batch batch, List<Candidate> news, Map<String, Known> known) {
        var unknown = rorIds(news).stream().filter(id -> !known.containsKey(id)).toList();
        duplicates.holdIds(unknown);
        var named = holders.find(unknown);
        var held = new HashMap<String, String>();
        for (var candidate : news) {
            var before = known.get(candidate.rorId());
            var ids = named.getOrDefault(candidate.rorId(), List.of());
            if (before != null) {
                held.put(candidate.rorId(), before.partnerId());
            } else if (ids.size() == 1) {
                held.put(candidate.rorId(), ids.iterator().next());
            } else if (ids.size() > 1) {
                batch.reject(candidate, "/id", "is the id of several partners: " + ids + ". Merge them first");
            }
        }
        return held;
    }

    private Map<String, Partner> found(Collection<String> ids, Order order) {
        var wanted = new TreeSet<>(ids);
        var found = order.dryRun() ? partners.findAllOf(wanted) : partners.findForChange(wanted);
        if (order.dryRun()) {
            // What happens to them from here on is never written.
            partners.getEntityManager().clear();
        }
        return found.stream().collect(Collectors.toMap(Partner::id, Function.identity()));
    }

    private static void update(Batch batch, Candidate candidate, Partner partner, boolean isOfRecord) {
        if (partner.successorId() != null) {
            // Its record here is closed; what it has become is another partner.
            return;
        }
        if (!isOfRecord && partner.provenances().isOfRor()) {
            batch.reject(
                    candidate,
                    "/id",
                    "is an id of the partner " + partner.id() + ", which is that of another ROR record");
            return;
        }
        var before = partner.status();
        if (partner.take(candidate.statement(), batch.now())) {
            batch.update(partner, before);
        }
        batch.keep(partner, candidate.statement());
    }

    private void create(Batch batch, List<Candidate> news, Order order) {
        var alike = order.confirmed() ? Map.<String, String>of() : lookalikes(news);
        var ids = partners.freshIds(news.size()).iterator();
        for (var candidate : news) {
            var reason = alike.get(candidate.rorId());
            if (reason != null) {
                batch.reject(candidate, "", reason);
            } else {
                var partner = Partner.ofRor(ids.next(), candidate.statement(), batch.now());
                batch.create(partner);
                batch.keep(partner, candidate.statement());
            }
        }
    }

    private Map<String, String> lookalikes(List<Candidate> news) {
        var requests = new HashMap<String, PartnerRequest>();
        news.forEach(candidate -> requests.put(
                candidate.rorId(), PartnerRequest.of(candidate.statement().fields(), List.of(), false)));
        return duplicates.unknownToRor(requests);
    }

    private void write(Batch batch, Order order) {
        partners.persist(batch.created());
        partners.flush();
        statements.put(batch.statements());
        log.appendAll(batch.happened(), REASON, order.actor());
    }
}
