package ma.jazari.institutes.exporting;

import java.util.List;
import ma.jazari.institutes.institute.InstituteState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an export in JSON looks like; it is written piece by piece, never as one. */
@Schema(name = "InstituteExport")
record ExportedInstitutes(
        @Schema(
                        description = "Where to go on in the change feed",
                        examples = "MS4wMTIzYWJjZC5pbnN0aXR1dGVzLXNlcnZpY2UuMTc2")
                String cursor,
        @Schema(description = "Each the full public state, as the data of the institute's last change")
                List<InstituteState> items) {}
