package ma.jazari.institutes.suggestion;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One value that a suggestion would change.
 *
 * @param pointer JSON Pointer (RFC 6901) into the institute
 * @param base the value that the proposer saw; null if there was none, or the caller may not see it
 * @param current the value now; null if there is none, or the caller may not see it
 * @param proposed null if the suggestion removes the value
 * @param overtaken null for a caller who may not see what it follows from
 */
@Schema(name = "SuggestedField")
public record SuggestedField(
        @Schema(examples = "/location/city") String pointer,
        @Schema(
                        implementation = Object.class,
                        description = "The value at baseVersion; absent if there was none",
                        examples = "Fes")
                @Nullable JsonNode base,
        @Schema(implementation = Object.class, description = "The value now; absent if there is none", examples = "Fes")
                @Nullable JsonNode current,
        @Schema(
                        implementation = Object.class,
                        description = "The value that is proposed; absent if it is to be removed",
                        examples = "Fès")
                @Nullable JsonNode proposed,
        @Schema(
                        description =
                                "Whether the value has changed since baseVersion, and to another than the proposed one; absent where you may not see the values",
                        examples = "false")
                @Nullable Boolean overtaken) {

    private static final String CONTACTS = "/contacts";

    static SuggestedField of(
            String pointer, @Nullable JsonNode base, @Nullable JsonNode current, @Nullable JsonNode proposed) {
        boolean overtaken = !Objects.equals(base, current) && !Objects.equals(current, proposed);
        return new SuggestedField(pointer, base, current, proposed, overtaken);
    }

    /** The same for a caller who may not see what the institute has. */
    SuggestedField proposedAlone() {
        return new SuggestedField(pointer, null, null, proposed, null);
    }

    /** Whether the institute has the proposed value already. */
    boolean changesNothing() {
        return Objects.equals(current, proposed);
    }

    boolean holdsContacts() {
        return pointer.equals(CONTACTS);
    }

    boolean collides() {
        return Boolean.TRUE.equals(overtaken);
    }
}
