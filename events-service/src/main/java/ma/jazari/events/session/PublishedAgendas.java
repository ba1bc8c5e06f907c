package ma.jazari.events.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.jazari.events.time.ZoneTimes;

/** The agendas of many program events at once, as calendars show them. */
@ApplicationScoped
public class PublishedAgendas {

    private final SessionRepository sessions;
    private final ZoneTimes zones;

    PublishedAgendas(SessionRepository sessions, ZoneTimes zones) {
        this.sessions = sessions;
        this.zones = zones;
    }

    /**
     * The sessions of the events, by event and in the order of time, in one query.
     *
     * @param most how many at most; those that start last are kept
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<String, List<AgendaItem>> of(Collection<String> eventIds, int most) {
        var ids = eventIds.stream().map(UUID::fromString).toArray(UUID[]::new);
        return sessions.lastOf(ids, most).stream()
                .map(session -> AgendaItem.of(session, zones))
                .sorted(AgendaItem.BY_TIME)
                .collect(Collectors.groupingBy(AgendaItem::programEventId));
    }
}
