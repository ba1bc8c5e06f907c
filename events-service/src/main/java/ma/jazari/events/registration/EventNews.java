package ma.jazari.events.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.platform.changelog.DatabaseFailure;

/** What those who registered are still to be told of their events. Whoever adds, tells or removes news has locked the desk. */
@ApplicationScoped
class EventNews {

    private static final String ADD =
            """
            insert into event_news (program_event_id, version, event, after_number, last_number)
            values (?::uuid, ?, ?::jsonb, 0, ?)
            """;
    private static final String EVENTS = "select distinct program_event_id from event_news limit ?";
    private static final String FIRST =
            """
            select version, event::text, after_number, last_number from event_news
            where program_event_id = ? order by version limit 1
            """;
    private static final String ADVANCE =
            "update event_news set after_number = ? where program_event_id = ? and version = ?";
    private static final String REMOVE = "delete from event_news where program_event_id = ? and version = ?";

    private final AgroalDataSource database;
    private final ObjectMapper mapper;

    EventNews(AgroalDataSource database, ObjectMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    /** Everybody up to this place in the order of joining is to be told what the event has become. */
    @Transactional(Transactional.TxType.MANDATORY)
    void add(ProgramEventState event, long lastNumber) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(ADD)) {
            insert.setString(1, event.id());
            insert.setLong(2, event.version());
            insert.setString(3, json(event));
            insert.setLong(4, lastNumber);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("keep news of an event", e);
        }
    }

    /** Events of which somebody is to be told something. */
    List<UUID> events(int limit) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(EVENTS)) {
            select.setInt(1, limit);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<UUID>();
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("look for news of events", e);
        }
    }

    /** What comes first of what is to be told. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Item> first(UUID eventId) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(FIRST)) {
            select.setObject(1, eventId, Types.OTHER);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Item(
                                eventId, row.getLong(1), event(row.getString(2)), row.getLong(3), row.getLong(4)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read news of an event", e);
        }
    }

    private String json(ProgramEventState event) {
        try {
            return mapper.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event can be written", e);
        }
    }

    private ProgramEventState event(String json) {
        try {
            return mapper.readValue(json, ProgramEventState.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event that was written can be read", e);
        }
    }

    /** Everybody up to this place has been told. */
    @Transactional(Transactional.TxType.MANDATORY)
    void toldThrough(Item item, long number) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(ADVANCE)) {
            update.setLong(1, number);
            update.setObject(2, item.eventId(), Types.OTHER);
            update.setLong(3, item.version());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("note who has been told news of an event", e);
        }
    }

    /** Everybody has been told. */
    @Transactional(Transactional.TxType.MANDATORY)
    void remove(Item item) {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(REMOVE)) {
            delete.setObject(1, item.eventId(), Types.OTHER);
            delete.setLong(2, item.version());
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("remove news that everybody has been told", e);
        }
    }

    /**
     * One piece of news.
     *
     * @param event as it was then
     * @param afterNumber whoever joined at or before this place has been told
     * @param lastNumber whoever joined after this place knew
     */
    record Item(UUID eventId, long version, ProgramEventState event, long afterNumber, long lastNumber) {}
}
