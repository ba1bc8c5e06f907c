package ma.jazari.institutes.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** What the lines of a file have said so far. What a batch says counts for it at once, and for good once it is kept. */
final class Seen {

    private final Fingerprints kept = new Fingerprints();
    private final Map<Long, Integer> ofBatch = new HashMap<>();

    /** The line that said it first. */
    OptionalLong line(String what) {
        long print = Fingerprints.of(what);
        int line = ofBatch.getOrDefault(print, kept.line(print));
        return line == 0 ? OptionalLong.empty() : OptionalLong.of(line);
    }

    void note(String what, long line) {
        ofBatch.putIfAbsent(Fingerprints.of(what), Math.toIntExact(line));
    }

    void keep() {
        ofBatch.forEach(kept::put);
        ofBatch.clear();
    }

    void forget() {
        ofBatch.clear();
    }
}
