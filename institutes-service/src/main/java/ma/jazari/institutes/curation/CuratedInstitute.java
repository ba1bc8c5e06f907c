package ma.jazari.institutes.curation;

import ma.jazari.institutes.institute.InstituteKind;
import ma.jazari.institutes.institute.InstituteStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The institute on a curation list, as far as the list needs it. */
@Schema(name = "CuratedInstitute")
public record CuratedInstitute(
        @Schema(examples = "j4k7xq236") String id,
        @Schema(description = "The DISPLAY name in the caller's language", examples = "Institut Al-Jazari de Fès")
                String displayName,
        InstituteKind kind,
        InstituteStatus status,
        @Schema(examples = "MA-03") String region,
        @Schema(examples = "3") long version) {}
