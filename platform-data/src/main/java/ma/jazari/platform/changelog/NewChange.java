package ma.jazari.platform.changelog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change that is about to be logged.
 *
 * @param type a past-tense fact, for instance {@code institute.activated}
 * @param version of the record after the change, from 1 without gaps
 * @param state the record after the change, as it is published; has {@code updatedAt}
 * @param privateState what is never published of it; null if there is nothing
 * @param audience who may see the change besides those who see all, as TYPE:id or USER:sub; null for everybody
 * @param reason why, in the actor's words
 */
public record NewChange(
        String type,
        Subject subject,
        long version,
        ObjectNode state,
        @Nullable ObjectNode privateState,
        @Nullable List<String> audience,
        @Nullable String reason) {

    /** When it happened: the record's own {@code updatedAt}, so that reading the record as of that instant finds it. */
    Instant at() {
        return Instant.parse(state.required("updatedAt").asText());
    }
}
