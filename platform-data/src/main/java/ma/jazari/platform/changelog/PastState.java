package ma.jazari.platform.changelog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was.
 *
 * @param at since when
 * @param state what was public of it
 * @param privateState what was not
 */
public record PastState(long version, Instant at, ObjectNode state, @Nullable ObjectNode privateState) {}
