package ma.jazari.institutes.institute;

import java.util.List;
import ma.jazari.platform.record.Names;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** As much of an institute as it takes to recognise it. */
@Schema(name = "InstituteSummary")
public record InstituteSummary(
        @Schema(examples = "j4k7xq236") String id,
        @Schema(examples = "Institut Al-Jazari de Fès") String displayName,
        InstituteKind kind,
        InstituteStatus status,
        @Schema(examples = "MA-03") String region,
        @Schema(examples = "Fès") @Nullable String city) {

    /** @param languages that the caller prefers, best first */
    public static InstituteSummary of(Institute institute, List<String> languages) {
        var location = institute.location();
        return new InstituteSummary(
                institute.id(),
                Names.shown(institute.names(), languages).value(),
                institute.kind(),
                institute.status(),
                institute.region(),
                location == null ? null : location.city());
    }
}
