package ma.jazari.partnerships.attaching;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import ma.jazari.partnerships.attachment.AttachedFile;
import ma.jazari.platform.http.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file that was added. The ETag of the answer is the convention's, for the next change of it. */
@Schema(name = "AddedAttachment")
record AttachmentResponse(@JsonUnwrapped AttachedFile file, @JsonIgnore @Schema(hidden = true) long conventionVersion)
        implements Versioned {

    @Override
    @JsonIgnore
    @Schema(hidden = true)
    public long version() {
        return conventionVersion;
    }
}
