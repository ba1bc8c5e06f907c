package ma.jazari.platform.changelog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A record as the change log keeps it.
 *
 * @param state as it is published; has {@code version} and {@code updatedAt}
 * @param privateState what is never published of it; null if there is nothing
 */
public record RecordImage(ObjectNode state, @Nullable ObjectNode privateState) {}
