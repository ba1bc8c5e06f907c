package ma.jazari.platform.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that is refused, with what its sender needs to know. Becomes an RFC 9457 answer at the edge. */
public final class Problem extends RuntimeException {

    private final ProblemType type;
    private final transient List<Violation> violations;
    private final transient Map<String, Object> members;
    private final @Nullable Duration retryAfter;

    private Problem(
            ProblemType type,
            String detail,
            List<Violation> violations,
            Map<String, Object> members,
            @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.type = type;
        this.violations = violations;
        this.members = members;
        this.retryAfter = retryAfter;
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), Map.of(), null);
    }

    /** A 400 that lists every violation. */
    public static Problem invalid(List<Violation> violations) {
        var detail = violations.size() == 1
                ? violations.getFirst().pointer() + ": " + violations.getFirst().detail()
                : violations.size() + " things are wrong with the request; see errors.";
        return new Problem(ProblemType.INVALID_REQUEST, detail, List.copyOf(violations), Map.of(), null);
    }

    public static Problem invalid(String pointer, String detail) {
        return invalid(List.of(new Violation(pointer, detail)));
    }

    /** A 404 that does not say whether the record is absent or hidden from the caller. */
    public static Problem notFound(String what, String id) {
        return of(ProblemType.NOT_FOUND, "There is no " + what + " " + id + " that you may see.");
    }

    public static Problem forbidden(String detail) {
        return of(ProblemType.FORBIDDEN, detail);
    }

    public static Problem conflict(String detail) {
        return of(ProblemType.CONFLICT, detail);
    }

    /** A 409 that names the moves that are open. */
    public static Problem moveNotAllowed(Enum<?> from, Enum<?> to, List<? extends Enum<?>> allowed) {
        var open = allowed.isEmpty() ? "No move is open to you." : "Open to you: " + allowed + ".";
        return of(ProblemType.MOVE_NOT_ALLOWED, "From " + from + " there is no move to " + to + " for you. " + open)
                .with("allowed", allowed);
    }

    /** The same problem with one more member. */
    public Problem with(String name, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Problem(type, detail(), violations, more, retryAfter);
    }

    /** The same problem of a part of the request: its violations are at this pointer, or below it. */
    public Problem within(String pointer) {
        var moved = violations.stream()
                .map(violation -> new Violation(pointer + violation.pointer(), violation.detail()))
                .toList();
        return moved.isEmpty() ? this : invalid(moved);
    }

    /** The same problem for a request that may succeed after this time; said by Retry-After. */
    public Problem retryAfter(Duration time) {
        return new Problem(type, detail(), violations, members, time);
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Violation> violations() {
        return violations;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The members of the RFC 9457 object, in the order in which they read best. */
    public Map<String, Object> body(String instance, @Nullable String requestId) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", type.uri());
        body.put("title", type.title());
        body.put("status", type.status());
        body.put("detail", detail());
        body.put("instance", instance);
        if (requestId != null) {
            body.put("requestId", requestId);
        }
        if (!violations.isEmpty()) {
            body.put("errors", violations);
        }
        body.putAll(members);
        return body;
    }
}
