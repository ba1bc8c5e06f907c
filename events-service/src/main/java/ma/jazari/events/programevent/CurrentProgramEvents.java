package ma.jazari.events.programevent;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.jazari.platform.integrity.CurrentRecord;
import ma.jazari.platform.integrity.CurrentRecord.Fault;
import ma.jazari.platform.integrity.CurrentRecords;

/** The program events as their table holds them, for the check of the log. */
@ApplicationScoped
class CurrentProgramEvents implements CurrentRecords {

    private final ProgramEventRepository events;
    private final ProgramEventService service;

    CurrentProgramEvents(ProgramEventRepository events, ProgramEventService service) {
        this.events = events;
        this.service = service;
    }

    @Override
    public String type() {
        return ProgramEventPolicy.SUBJECT;
    }

    @Override
    public String table() {
        return "program_event";
    }

    @Override
    public Map<String, CurrentRecord> find(Collection<String> ids) {
        var uuids = ids.stream()
                .map(CurrentProgramEvents::uuid)
                .flatMap(Optional::stream)
                .toList();
        if (uuids.isEmpty()) {
            return Map.of();
        }
        return events.list("id in ?1", uuids).stream()
                .collect(Collectors.toMap(
                        ProgramEvent::id,
                        event -> new CurrentRecord(event.version(), service.image(event), faults(event))));
    }

    /** An entry that was forged may be of anything. */
    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private List<Fault> faults(ProgramEvent event) {
        return event.isListedWhereItIsHeld()
                ? List.of()
                : List.of(new Fault(table(), "The column region does not say where the venue is."));
    }
}
