package ma.jazari.institutes.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import ma.jazari.institutes.bulk.Content;
import ma.jazari.institutes.bulk.Envelope;
import ma.jazari.institutes.bulk.Line;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.institutes.institute.InstituteKeys;
import ma.jazari.institutes.institute.InstituteKeys.Key;
import ma.jazari.institutes.institute.InstituteRequest;
import ma.jazari.institutes.institute.InstituteStatus;
import ma.jazari.platform.problem.Violation;
import ma.jazari.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/** A line on its way to a decision: the institute that it names, what it asks for, and what is wrong with it so far. */
final class Candidate {

    private final Line line;
    private final Violations violations = new Violations();
    private ObjectNode record;
    private @Nullable Institute stored;
    private @Nullable InstituteRequest request;
    private @Nullable String fingerprint;

    Candidate(Line line) {
        this.line = line;
        this.record = content().alone();
        line.errors().forEach(error -> violations.add(error.pointer(), error.detail()));
    }

    long number() {
        return line.number();
    }

    Content content() {
        return Objects.requireNonNull(line.content(), "a line that can be read");
    }

    Envelope envelope() {
        return content().envelope();
    }

    /** What it says of the record, as far as that is known. */
    ObjectNode record() {
        return record;
    }

    void isOf(Institute institute) {
        stored = institute;
    }

    @Nullable Institute stored() {
        return stored;
    }

    boolean isNew() {
        return stored == null;
    }

    void says(ObjectNode whole) {
        record = whole;
    }

    void asksFor(InstituteRequest wanted) {
        request = wanted;
    }

    InstituteRequest request() {
        return Objects.requireNonNull(request, "a line that was bound");
    }

    /** What makes the line one of a kind, made once. */
    String fingerprint(Supplier<String> made) {
        if (fingerprint == null) {
            fingerprint = made.get();
        }
        return fingerprint;
    }

    /** Whether it can be decided on: it is bound, and nothing is wrong. */
    boolean isSound() {
        return request != null && violations.isEmpty();
    }

    void refuse(String pointer, String detail) {
        violations.add(content().place(pointer, record), detail);
    }

    void refuse(List<Violation> found) {
        found.forEach(violation -> refuse(violation.pointer(), violation.detail()));
    }

    Decision rejected() {
        return new Decision.Reject(RejectedLine.of(number(), violations.all()));
    }

    /** The keys that its record has once it is written; one that was rejected or merged has none. */
    Collection<Key> keys() {
        return stored != null && !holdsKeys(stored.status())
                ? List.of()
                : LineKeys.of(String.valueOf(number()), record);
    }

    /** The keys that its record has now. */
    Collection<Key> keysBefore() {
        if (stored == null || !holdsKeys(stored.status())) {
            return List.of();
        }
        var state = stored.state();
        return InstituteKeys.of(stored.id(), state.domains(), state.externalIds());
    }

    private static boolean holdsKeys(InstituteStatus status) {
        return status != InstituteStatus.REJECTED && status != InstituteStatus.MERGED;
    }
}
