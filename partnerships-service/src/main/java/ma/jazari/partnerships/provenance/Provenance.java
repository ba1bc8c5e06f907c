package ma.jazari.partnerships.provenance;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where the value of a field comes from. */
@Schema(name = "Provenance")
public record Provenance(
        @Schema(examples = "ROR") Source source,
        @Schema(
                        description = "The version of the partner in which the value came; its history says when",
                        examples = "1")
                long version,
        @Schema(
                        description =
                                "Of a value of ROR: the day on which the record that it is from was last changed there",
                        examples = "2024-12-11")
                @Nullable LocalDate recordDate) {

    /** Who speaks of a field. An import never touches what an administrator wrote. */
    public enum Source {
        ROR,
        ADMINISTRATOR
    }

    static Provenance ofRor(LocalDate recordDate, long version) {
        return new Provenance(Source.ROR, version, recordDate);
    }

    static Provenance ofAdministrator(long version) {
        return new Provenance(Source.ADMINISTRATOR, version, null);
    }
}
