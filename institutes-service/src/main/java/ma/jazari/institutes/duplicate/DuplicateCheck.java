package ma.jazari.institutes.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.jspecify.annotations.Nullable;

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
        var found = lookalikes.find(wanted, "", "").stream().collect(Collectors.groupingBy(Found::id));
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
     * A page of pairs, in the order of their ids. Looks at some thousand institutes at most, so that a page comes in time; it
     * may hold few pairs, or none, and still name the next one.
     */
    @Transactional
    public Page<DuplicatePair> pairs(ListQuery query) {
        var after = Cursor.values(query.cursor, REPORT, 2);
        var here = after.isEmpty() ? new PairPlace("", "") : new PairPlace(after.getFirst(), after.getLast());
        var pairs = new ArrayList<DuplicatePair>();
        for (int looked = 0; looked < MOST_AT_A_PAGE; looked += AT_ONCE) {
            var batch = institutes.from(here.owner(), AT_ONCE + 1);
            var step = look(batch.subList(0, Math.min(AT_ONCE, batch.size())), here);
            pairs.addAll(step.pairs());
            if (pairs.size() > query.limit()) {
                var shown = pairs.subList(0, query.limit());
                return page(shown, PairPlace.of(shown.getLast()));
            }
            if (step.end() == null && batch.size() <= AT_ONCE) {
                return new Page<>(pairs, null, null);
            }
            here = step.end() == null ? new PairPlace(batch.getLast().id(), "") : step.end();
        }
        return page(pairs, here);
    }

    private static Page<DuplicatePair> page(List<DuplicatePair> pairs, PairPlace next) {
        return new Page<>(pairs, Cursor.after(REPORT, List.of(next.owner(), next.other())), null);
    }

    /** The pairs after a place whose first one is of the batch. */
    private Step look(List<Institute> batch, PairPlace after) {
        var owners = batch.stream().filter(one -> !one.status().isVoid()).toList();
        var wanted = owners.stream()
                .flatMap(one -> Wanted.of(one.id(), one.names(), Optional.ofNullable(one.location())))
                .toList();
        var found = new LinkedHashMap<PairPlace, List<Found>>();
        var hits = lookalikes.find(wanted, after.owner(), after.other());
        hits.forEach(hit -> found.computeIfAbsent(new PairPlace(hit.owner(), hit.id()), pair -> new ArrayList<>())
                .add(hit));
        boolean cut = hits.size() == Lookalikes.MOST_FOUND && found.size() > 1;
        if (cut) {
            // What speaks for the last pair may not be complete.
            found.pollLastEntry();
        }
        var known = byId(found.keySet().stream().map(PairPlace::other).toList());
        owners.forEach(one -> known.put(one.id(), one));
        var pairs = found.entrySet().stream()
                .map(entry -> pair(
                        Objects.requireNonNull(known.get(entry.getKey().owner())),
                        Objects.requireNonNull(known.get(entry.getKey().other())),
                        entry.getValue()))
                .filter(pair -> !pair.reasons().isEmpty())
                .toList();
        return new Step(pairs, cut ? found.lastEntry().getKey() : null);
    }

    /** A place in the order of pairs: after this pair; after all pairs of institutes before the owner, if other is empty. */
    private record PairPlace(String owner, String other) {

        static PairPlace of(DuplicatePair pair) {
            return new PairPlace(pair.institute().id(), pair.other().id());
        }
    }

    /**
     * Some pairs.
     *
     * @param end the last pair that was looked at, if there are more of the same institutes
     */
    private record Step(List<DuplicatePair> pairs, @Nullable PairPlace end) {}

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
