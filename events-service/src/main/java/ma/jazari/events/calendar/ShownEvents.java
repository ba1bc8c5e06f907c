package ma.jazari.events.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jazari.events.file.PublishedFiles;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.programevent.PublishedEvents;
import ma.jazari.events.programevent.PublishedEvents.Selection;
import ma.jazari.events.session.AgendaItem;
import ma.jazari.events.session.PublishedAgendas;

/** Reads published program events with what is kept beside them: one query for each kind of it, however many events. */
@ApplicationScoped
class ShownEvents {

    private final PublishedEvents events;
    private final PublishedAgendas agendas;
    private final PublishedFiles files;
    private final CalendarConfig config;

    ShownEvents(PublishedEvents events, PublishedAgendas agendas, PublishedFiles files, CalendarConfig config) {
        this.events = events;
        this.agendas = agendas;
        this.files = files;
        this.config = config;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    List<ShownEvent> list(Selection wanted, Detail detail) {
        return complete(events.list(wanted), detail);
    }

    /** One event, if it is published. @throws ma.jazari.platform.problem.Problem 400 for an id that is none */
    @Transactional
    Optional<ShownEvent> find(String id, Detail detail) {
        return events.find(id).map(event -> complete(List.of(event), detail).getFirst());
    }

    private List<ShownEvent> complete(List<ProgramEventState> found, Detail detail) {
        var ids = found.stream().map(ProgramEventState::id).toList();
        var sessionsOf =
                detail == Detail.SESSIONS ? agendas.of(ids, config.maxSessions()) : Map.<String, List<AgendaItem>>of();
        var filesOf = files.of(ids, config.maxFiles());
        return found.stream()
                .map(event -> new ShownEvent(
                        event,
                        sessionsOf.getOrDefault(event.id(), List.of()),
                        filesOf.getOrDefault(event.id(), List.of())))
                .toList();
    }
}
