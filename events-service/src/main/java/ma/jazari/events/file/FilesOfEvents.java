package ma.jazari.events.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import ma.jazari.events.programevent.EventParts;

/** The files of program events as they are published with them: an object by the files' ids. */
@ApplicationScoped
class FilesOfEvents implements EventParts {

    private final EventFileRepository files;

    FilesOfEvents(EventFileRepository files) {
        this.files = files;
    }

    @Override
    public Map<String, Object> of(UUID eventId) {
        var byId = new TreeMap<String, FileState>();
        files.ofEvent(eventId).forEach(file -> byId.put(file.id(), file.state()));
        return byId.isEmpty() ? Map.of() : Map.of("files", byId);
    }
}
