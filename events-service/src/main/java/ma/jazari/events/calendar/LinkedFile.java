package ma.jazari.events.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import ma.jazari.events.file.ProgramEventFile;

/**
 * A file of a program event as schema.org describes what can be downloaded.
 *
 * @param contentSize in bytes, with the unit
 */
record LinkedFile(
        @JsonProperty("@type") String type,
        String name,
        String encodingFormat,
        String contentUrl,
        String contentSize,
        String sha256) {

    static LinkedFile of(ProgramEventFile file, Wording wording) {
        return new LinkedFile(
                "MediaObject",
                Wording.clean(file.called()),
                file.mediaType(),
                wording.fileUrl(file),
                file.size() + " B",
                file.digest());
    }
}
