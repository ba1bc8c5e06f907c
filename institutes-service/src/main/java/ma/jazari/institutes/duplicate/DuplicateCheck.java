package ma.jazari.institutes.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.institutes.duplicate.Lookalikes.Found;
import ma.jazari.institutes.duplicate.Lookalikes.Wanted;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.institutes.institute.InstituteKeys;
import ma.jazari.institutes.institute.InstituteKeys.Taken;
import ma.jazari.institutes.institute.InstituteRepository;
import ma.jazari.institutes.institute.InstituteRequest;
import ma.jazari.institutes.institute.InstituteSummary;
import ma.jazari.platform.paging.Cursor;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;

/** Keeps an institute from being entered twice, and finds those that were. */
@ApplicationScoped
public class DuplicateCheck {

    private static final List<String> LANGUAGES = List.of("fr", "ar", "en");
    private static final int MOST_CANDIDATES = 10;
    private static final int AT_ONCE = 200;
    private static final int MOST_AT_A_PAGE = 2_000;
    private static final String REPORT = "duplicates";

    private final Lookalikes lookalikes;
    private final InstituteKeys keys;
    private final InstituteRepository institutes;

    DuplicateCheck(Lookalikes lookalikes, InstituteKeys keys, InstituteRepository institutes) {
        this.lookalikes = lookalikes;
        this.keys = keys;
        this.institutes = institutes;
    }

    /**
     * Lets nobody make the same institute until the transaction ends, and refuses one that looks like another.
     *
     * @throws Problem 409 with {@code candidates}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void refuse(InstituteRequest request) {
        var wanted = Wanted.of("", request.names(), Optional.ofNullable(request.location()))
                .toList();
        lookalikes.lock(wanted);
        var candidates = candidates(request, wanted);
        if (!candidates.isEmpty()) {
            throw Problem.of(
                            ProblemType.LIKELY_DUPLICATE,
                            "The institute looks like " + candidates.size()
                                    + " that the registry has. If it is another one, send it again with confirmed=true.")
                    .with("candidates", candidates);
        }
    }

    private List<LikelyDuplicate> candidates(InstituteRequest request, List<Wanted> wanted) {
        var reasons = new TreeMap<String, List<String>>();
        keys.find(InstituteKeys.of(
                        "",
                        Objects.requireNonNullElse(request.domains(), List.of()),
                        Objects.requireNonNullElse(request.externalIds(), List.of())))
                .forEach(taken -> add(reasons, taken.holderId(), Stream.of(reason(taken))));
        var found = lookalikes.find(wanted).stream().collect(Collectors.groupingBy(Found::id));
        var others = byId(Stream.concat(reasons.keySet().stream(), found.keySet().stream())
                .toList());
        found.forEach((id, hits) -> add(
                reasons, id, Evidence.reasons(request.names(), Objects.requireNonNull(others.get(id)), hits).stream()));
        return reasons.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .limit(MOST_CANDIDATES)
                .map(entry -> new LikelyDuplicate(
                        List.copyOf(entry.getValue()), summary(Objects.requireNonNull(others.get(entry.getKey())))))
                .toList();
    }

    private static String reason(Taken taken) {
        return "has the same " + (taken.kind().equals("DOMAIN") ? "domain" : taken.kind() + " id") + ", "
                + taken.value();
    }

    private static void add(Map<String, List<String>> reasons, String id, Stream<String> more) {
        more.forEach(
                reason -> reasons.computeIfAbsent(id, same -> new ArrayList<>()).add(reason));
    }

    /**
     * A page of pairs, in the order of the first one's id. Looks at some thousand institutes at most, so that a page comes
     * in time; it may hold few pairs, or none, and still name the next one.
     */
    @Transactional
    public Page<DuplicatePair> pairs(ListQuery query) {
        var after = Cursor.values(query.cursor, REPORT, 1);
        var last = after.isEmpty() ? "" : after.getFirst();
        var pairs = new ArrayList<DuplicatePair>();
        for (int looked = 0; looked < MOST_AT_A_PAGE && pairs.size() < query.limit(); looked += AT_ONCE) {
            var batch = institutes.after(last, AT_ONCE);
            pairs.addAll(pairsOf(batch));
            if (batch.size() < AT_ONCE) {
                return new Page<>(pairs, null, null);
            }
            last = batch.getLast().id();
        }
        return new Page<>(pairs, Cursor.after(REPORT, List.of(last)), null);
    }

    private List<DuplicatePair> pairsOf(List<Institute> batch) {
        var wanted = batch.stream()
                .flatMap(one -> Wanted.of(one.id(), one.names(), Optional.ofNullable(one.location())))
                .toList();
        var found = new TreeMap<String, Map<String, List<Found>>>();
        lookalikes.find(wanted).forEach(hit -> found.computeIfAbsent(hit.owner(), owner -> new TreeMap<>())
                .computeIfAbsent(hit.id(), id -> new ArrayList<>())
                .add(hit));
        var known = byId(found.values().stream()
                .flatMap(others -> others.keySet().stream())
                .toList());
        batch.forEach(one -> known.put(one.id(), one));
        return found.entrySet().stream()
                .flatMap(entry -> entry.getValue().entrySet().stream()
                        .map(other -> pair(
                                Objects.requireNonNull(known.get(entry.getKey())),
                                Objects.requireNonNull(known.get(other.getKey())),
                                other.getValue())))
                .filter(pair -> !pair.reasons().isEmpty())
                .toList();
    }

    private static DuplicatePair pair(Institute one, Institute other, List<Found> hits) {
        return new DuplicatePair(summary(one), summary(other), Evidence.reasons(one.names(), other, hits));
    }

    private Map<String, Institute> byId(Collection<String> ids) {
        return institutes.list("id in ?1", new TreeSet<>(ids)).stream()
                .collect(Collectors.toMap(Institute::id, Function.identity(), (a, b) -> a, HashMap::new));
    }

    private static InstituteSummary summary(Institute institute) {
        return InstituteSummary.of(institute, LANGUAGES);
    }
}
