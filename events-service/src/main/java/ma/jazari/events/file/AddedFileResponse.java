package ma.jazari.events.file;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import ma.jazari.platform.http.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file that was added. The ETag of the answer is the program event's, for the next change of it. */
@Schema(name = "AddedProgramEventFile")
record AddedFileResponse(@JsonUnwrapped ProgramEventFile file, @JsonIgnore @Schema(hidden = true) long eventVersion)
        implements Versioned {

    @Override
    @JsonIgnore
    @Schema(hidden = true)
    public long version() {
        return eventVersion;
    }
}
