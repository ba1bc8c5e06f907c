package ma.jazari.platform.integrity;

import java.time.Instant;
import ma.jazari.platform.changelog.Subject;
import org.jspecify.annotations.Nullable;

/** A row of the change log as it lies there. */
record LogRow(
        Subject subject,
        long version,
        String type,
        Instant at,
        String actor,
        String entry,
        String hash,
        String state,
        @Nullable String privatePart) {}
