package ma.jazari.partnerships.partykey;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * All keys that a party has ever published, oldest first.
 *
 * @param version 0 before the first were
 * @param updatedAt when it last changed; null before the first were published
 */
record KeySet(PartyRef party, long version, @Nullable Instant updatedAt, List<PartyKey> keys) {

    private static final int MOST_EVER = 200;
    private static final Comparator<PartyKey> OLDEST_FIRST =
            Comparator.comparing(PartyKey::validFrom).thenComparing(PartyKey::kid);

    KeySet {
        keys = keys.stream().sorted(OLDEST_FIRST).toList();
    }

    static KeySet none(PartyRef party) {
        return new KeySet(party, 0, null, List.of());
    }

    KeySet with(List<PartyKey> all) {
        return new KeySet(party, version, updatedAt, all);
    }

    boolean wasPublished() {
        return version > 0;
    }

    Optional<PartyKey> find(String kid) {
        return keys.stream().filter(key -> key.kid().equals(kid)).findFirst();
    }

    /**
     * The set once these are the current keys: those that are new stand from now on, those that are missing until now.
     * The same set if they are the current ones already.
     *
     * @throws Problem 409 if a kid names another key than before, or one that was retired; or for more than 200 ever
     */
    KeySet publish(List<SigningKey> wanted, Instant now) {
        checkKids(wanted);
        var added = wanted.stream().filter(key -> find(key.kid()).isEmpty()).toList();
        var kids = wanted.stream().map(SigningKey::kid).collect(Collectors.toSet());
        boolean retires = keys.stream().anyMatch(key -> key.isCurrent() && !kids.contains(key.kid()));
        if (added.isEmpty() && !retires) {
            return this;
        }
        if (keys.size() + added.size() > MOST_EVER) {
            throw Problem.conflict(
                    "A party publishes " + MOST_EVER + " keys at most; this one has " + keys.size() + ".");
        }
        var at = notBeforeLast(now);
        var all = new ArrayList<PartyKey>();
        keys.forEach(key -> all.add(key.isCurrent() && !kids.contains(key.kid()) ? key.retired(at) : key));
        added.forEach(key -> all.add(new PartyKey(key, at, null)));
        return new KeySet(party, version + 1, at, all);
    }

    private void checkKids(List<SigningKey> wanted) {
        var refused = IntStream.range(0, wanted.size())
                .boxed()
                .flatMap(i -> refusal("/keys/" + i + "/kid", wanted.get(i)))
                .toList();
        if (!refused.isEmpty()) {
            var reasons = refused.stream().map(Refusal::reason).collect(Collectors.joining("; "));
            throw Problem.conflict("A kid names one key for ever: " + reasons + ". Give the key a kid of its own.")
                    .with("keys", refused);
        }
    }

    private Stream<Refusal> refusal(String pointer, SigningKey wanted) {
        return find(wanted.kid())
                .flatMap(known -> reason(known, wanted))
                .map(reason -> new Refusal(pointer, wanted.kid(), reason))
                .stream();
    }

    private static Optional<String> reason(PartyKey known, SigningKey wanted) {
        if (!known.isCurrent()) {
            return Optional.of(wanted.kid() + " was retired at " + known.validTo() + " and does not come back");
        }
        return known.key().material().equals(wanted.material())
                ? Optional.empty()
                : Optional.of(wanted.kid() + " was published with other key material");
    }

    /** Clocks of replicas differ a little, and no key is retired before it was valid. */
    private Instant notBeforeLast(Instant now) {
        var at = now.truncatedTo(ChronoUnit.MICROS);
        return updatedAt != null && at.isBefore(updatedAt) ? updatedAt : at;
    }

    /** A kid that cannot name the key of a request, and why. */
    record Refusal(String pointer, String kid, String reason) {}
}
