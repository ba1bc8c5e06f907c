package ma.jazari.events.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The files of many published program events at once, as calendars show them. */
@ApplicationScoped
public class PublishedFiles {

    private final EventFileRepository files;

    PublishedFiles(EventFileRepository files) {
        this.files = files;
    }

    /**
     * The files of the events, by event and in the order in which they came, in one query.
     *
     * @param most how many at most; those of the last events are kept
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<String, List<ProgramEventFile>> of(List<String> eventIds, int most) {
        var ids = eventIds.stream().map(UUID::fromString).toArray(UUID[]::new);
        return files.ofLast(ids, most).stream()
                .map(EventFile::shown)
                .collect(Collectors.groupingBy(ProgramEventFile::programEventId));
    }
}
