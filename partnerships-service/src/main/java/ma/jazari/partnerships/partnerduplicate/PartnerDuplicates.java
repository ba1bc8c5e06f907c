package ma.jazari.partnerships.partnerduplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.partnerships.partner.Partner;
import ma.jazari.partnerships.partner.PartnerRepository;
import ma.jazari.partnerships.partner.PartnerRequest;
import ma.jazari.partnerships.partner.PartnerSummary;
import ma.jazari.partnerships.partnerduplicate.Lookalikes.Found;
import ma.jazari.partnerships.partnerduplicate.Lookalikes.How;
import ma.jazari.partnerships.partnerduplicate.Lookalikes.Wanted;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import ma.jazari.platform.record.ExternalId;
import ma.jazari.platform.record.NameType;
import ma.jazari.platform.text.SearchText;

/**
 * Keeps a partner from being entered twice: one with the same id in another registry, one with the same domain and a name
 * that is near in the same country, one of the same name in the same country.
 */
@ApplicationScoped
public class PartnerDuplicates {

    private static final List<String> LANGUAGES = List.of("fr", "ar", "en");
    private static final int MOST_CANDIDATES = 10;

    private final Lookalikes lookalikes;
    private final PartnerRepository partners;

    PartnerDuplicates(Lookalikes lookalikes, PartnerRepository partners) {
        this.lookalikes = lookalikes;
        this.partners = partners;
    }

    /**
     * Lets nobody make the same partner until the transaction ends, and refuses one that looks like another.
     *
     * @throws Problem 409 with {@code candidates}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void refuse(PartnerRequest request) {
        var wanted = wanted("", request).toList();
        lookalikes.lock(wanted);
        var candidates = candidates(lookalikes.find(wanted));
        if (!candidates.isEmpty()) {
            throw Problem.of(
                            ProblemType.LIKELY_DUPLICATE,
                            "The partner looks like " + candidates.size()
                                    + " that the registry has. If it is another one, send it again with confirmed=true.")
                    .with("candidates", candidates);
        }
    }

    /** Lets nobody make a partner with one of the ids until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void holdIds(Collection<String> ids) {
        lookalikes.lock(ids.stream()
                .map(id -> new Wanted("", "", How.ID, id.toLowerCase(Locale.ROOT)))
                .toList());
    }

    /**
     * Of new partners of ROR those that look like one that ROR says nothing of, each with why it is refused. Two that ROR
     * tells apart are two, whatever they are called.
     *
     * @param requests by what tells them apart
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<String, String> unknownToRor(Map<String, PartnerRequest> requests) {
        var wanted = requests.entrySet().stream()
                .flatMap(entry -> wanted(entry.getKey(), entry.getValue()))
                .toList();
        var refused = new HashMap<String, String>();
        lookalikes
                .findUnknownToRor(wanted)
                .forEach(found -> refused.putIfAbsent(
                        found.owner(),
                        "looks like the partner " + found.id() + ", which " + reason(found)
                                + ". If it is the same, give that one the ROR id; if not, import with confirmed=true"));
        return refused;
    }

    private List<LikelyPartnerDuplicate> candidates(Collection<Found> found) {
        var reasons = found.stream()
                .collect(Collectors.groupingBy(
                        Found::id,
                        TreeMap::new,
                        Collectors.mapping(PartnerDuplicates::reason, Collectors.toUnmodifiableList())));
        Map<String, Partner> known = partners.findAllOf(reasons.keySet()).stream()
                .collect(Collectors.toMap(Partner::id, Function.identity()));
        return reasons.entrySet().stream()
                .limit(MOST_CANDIDATES)
                .map(entry -> new LikelyPartnerDuplicate(
                        entry.getValue(),
                        PartnerSummary.of(Objects.requireNonNull(known.get(entry.getKey())), LANGUAGES)))
                .toList();
    }

    private static String reason(Found found) {
        return switch (found.how()) {
            case ID -> "has the same id in another registry, " + found.value();
            case DOMAIN -> "has the same domain in the same country, " + found.value() + ", and a name that is near";
            case NAME -> "has the same name in the same country, \"" + found.value() + "\"";
        };
    }

    private static Stream<Wanted> wanted(String owner, PartnerRequest request) {
        var names = request.names().stream()
                .filter(name -> name.type() == NameType.DISPLAY || name.type() == NameType.OFFICIAL)
                .map(name -> wanted(owner, request, How.NAME, SearchText.of(name.value())));
        var domains = Objects.requireNonNullElse(request.domains(), List.<String>of()).stream()
                .map(domain -> wanted(owner, request, How.DOMAIN, domain));
        var ids = Objects.requireNonNullElse(request.externalIds(), List.<ExternalId>of()).stream()
                .map(id -> wanted(owner, request, How.ID, id.value().toLowerCase(Locale.ROOT)));
        return Stream.of(names, domains, ids).flatMap(all -> all).filter(wanted -> !wanted.value()
                .isEmpty());
    }

    private static Wanted wanted(String owner, PartnerRequest request, How how, String value) {
        return new Wanted(owner, request.country(), how, value);
    }
}
