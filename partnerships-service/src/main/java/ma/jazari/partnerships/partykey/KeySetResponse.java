package ma.jazari.partnerships.partykey;

import java.time.Instant;
import java.util.List;
import ma.jazari.platform.http.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All keys that a party has ever published, a JSON Web Key Set. */
@Schema(name = "KeySet")
public record KeySetResponse(
        @Schema(description = "Oldest first; those that were retired are among them") List<PublishedKey> keys,
        @Schema(description = "0 before the first were published", examples = "1") long version,
        @Nullable Instant updatedAt)
        implements Versioned {

    static KeySetResponse of(KeySet set) {
        return new KeySetResponse(set.keys().stream().map(PublishedKey::of).toList(), set.version(), set.updatedAt());
    }
}
