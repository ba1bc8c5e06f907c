package ma.jazari.institutes.part;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part as it is, or as it was.
 *
 * @param version 0 for one of the past, which cannot be changed
 * @param createdAt null for one of the past, as updatedAt is: the institute's history tells
 */
public record PartView<R>(UUID id, R written, long version, @Nullable Instant createdAt, @Nullable Instant updatedAt) {

    public static <R> PartView<R> of(Part<R> part) {
        return new PartView<>(part.id(), part.written(), part.version(), part.createdAt(), part.updatedAt());
    }
}
