package ma.jazari.events.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import ma.jazari.events.programevent.PastProgramEvents;
import ma.jazari.events.time.ZoneTimes;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.paging.Cursor;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.security.Actor;

/** The agendas that program events had, from their history. */
@ApplicationScoped
class PastAgendas {

    private final PastProgramEvents events;
    private final ObjectMapper mapper;
    private final ZoneTimes zones;

    PastAgendas(PastProgramEvents events, ObjectMapper mapper, ZoneTimes zones) {
        this.events = events;
        this.mapper = mapper;
        this.zones = zones;
    }

    /** A page of one, in the order of time: an event has so few sessions that they are read whole. */
    Page<AgendaItem> list(String eventId, SessionQuery query, Actor actor) {
        var all = all(eventId, String.valueOf(query.asOf), actor);
        var binding = "sessions " + eventId + " " + query.asOf;
        var after = Cursor.values(query.cursor, binding, 1);
        var rows = all.stream()
                .filter(session -> after.isEmpty() || place(session).compareTo(after.getFirst()) > 0)
                .limit(query.limit() + 1L)
                .toList();
        return Page.of(
                rows,
                query.limit(),
                row -> row,
                row -> Cursor.after(binding, List.of(place(row))),
                query.wantsTotal() ? (long) all.size() : null);
    }

    private List<AgendaItem> all(String eventId, String asOf, Actor actor) {
        var id = Uuids.checked(eventId).toString();
        return events.state(id, asOf, actor).path(Agendas.PROPERTY).properties().stream()
                .map(session -> AgendaItem.past(
                        id, session.getKey(), mapper.convertValue(session.getValue(), SessionRequest.class), zones))
                .sorted(Comparator.comparing(PastAgendas::place))
                .toList();
    }

    /** Where it stands in the order of time; instants to the second are in order as text, too. */
    private static String place(AgendaItem session) {
        return session.start() + " " + session.id();
    }
}
