package ma.jazari.institutes.part;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A kind of parts that concern one institute alone. */
public interface OwnPartKind<P extends Part<R>, R> extends PartKind<P, R> {

    P make(String instituteId, R request, Instant now);

    /**
     * Checks what a part may say beside the other parts of its institute, which is locked.
     *
     * @param part the one that changes; null for a new one
     * @throws ma.jazari.platform.problem.Problem 400 or 409 where it may not
     */
    default void check(String instituteId, R request, @Nullable P part) {}
}
