package ma.jazari.institutes.part;

import java.util.List;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.platform.record.Names;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The institute that something across the network belongs to. */
@Schema(description = "The institute that it belongs to")
public record InstituteRef(
        @Schema(examples = "j4k7xq236") String id,
        @Schema(description = "The DISPLAY name in the caller's language", examples = "Institut Al-Jazari de Fès")
                String displayName,
        @Schema(examples = "MA-03") String region) {

    static InstituteRef of(Institute institute, List<String> languages) {
        return new InstituteRef(
                institute.id(),
                Names.shown(institute.names(), languages).value(),
                institute.written().region());
    }
}
