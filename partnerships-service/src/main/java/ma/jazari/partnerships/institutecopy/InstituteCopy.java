package ma.jazari.partnerships.institutecopy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known here of an institute. Its states are words of another service, so they stay text: one that is added
 * there is kept, is not ACTIVE, and is not public.
 *
 * @param names the names as its service published them, a JSON array
 * @param country ISO 3166-1 alpha-2; null if it is not known
 * @param region ISO 3166-2; null if it is not known
 * @param successorId of a merged one, the institute that it became part of
 * @param version of the record at its service
 */
public record InstituteCopy(
        String id,
        String kind,
        String status,
        String names,
        @Nullable String country,
        @Nullable String region,
        @Nullable String successorId,
        long version) {

    private static final Set<String> PUBLIC = Set.of("ACTIVE", "SUSPENDED", "CLOSED", "MERGED");

    public boolean isActive() {
        return status.equals("ACTIVE");
    }

    /** Whether everybody may know that it exists. */
    public boolean isPublic() {
        return PUBLIC.contains(status);
    }
}
