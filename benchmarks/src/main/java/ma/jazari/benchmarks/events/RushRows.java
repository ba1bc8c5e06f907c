package ma.jazari.benchmarks.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.floor.FloorStep;
import ma.jazari.benchmarks.floor.Model;
import ma.jazari.benchmarks.floor.RowTemplate;
import ma.jazari.benchmarks.load.HttpLoad;
import ma.jazari.benchmarks.stack.Registry;

/**
 * What events-service writes of registrations, read from two at an event with one place.
 *
 * @param eventId of that event
 * @param eventRows that event and its desk
 */
record RushRows(String eventId, List<RowTemplate> eventRows, FloorStep confirmed, FloorStep waiting) {

    /** Every two seconds mails are sent, and gone: sometimes before they are read here. */
    private static final int ATTEMPTS = 20;

    private static final String BY_ID = "id = ?::uuid";
    private static final String FIRST = "9000000001";
    private static final String SECOND = "9000000002";

    RushRows {
        eventRows = List.copyOf(eventRows);
    }

    static RushRows read(EventsDatabase database, EventStock events, EventCalls calls, HttpLoad http)
            throws InterruptedException {
        try {
            for (int i = 0; i < ATTEMPTS; i++) {
                var event = events.publishedWithPlaces(1);
                var confirmed = registered(database.connection(), http, calls, event, FIRST);
                var waiting = registered(database.connection(), http, calls, event, SECOND);
                if (confirmed.isPresent() && waiting.isPresent()) {
                    var eventRows = eventRows(database.connection(), event);
                    return new RushRows(event, eventRows, confirmed.get(), waiting.get());
                }
            }
        } catch (SQLException failure) {
            throw new BenchmarkException("The rows of a registration: " + failure.getMessage(), failure);
        }
        throw new BenchmarkException("No registration was seen together with its mail.");
    }

    private static List<RowTemplate> eventRows(Connection database, String event) throws SQLException {
        return List.of(
                RowTemplate.inserting(database, "program_event", BY_ID, event),
                RowTemplate.inserting(database, "registration_desk", "program_event_id = ?::uuid", event));
    }

    /** The rows of a registration, as the service wrote them; empty where the mail is gone already. */
    private static Optional<FloorStep> registered(
            Connection database, HttpLoad http, EventCalls calls, String event, String number)
            throws SQLException, InterruptedException {
        var id = Registry.idIn(HttpLoad.await(http.send(calls.register(event, number)), Duration.ZERO));
        var mail = RowTemplate.find(database, "mail", "about = ?::uuid", id);
        if (mail.isEmpty()) {
            return Optional.empty();
        }
        // The number in the address becomes the one in the order of joining, which is unique, too.
        var registration =
                RowTemplate.inserting(database, "registration", BY_ID, id).with(Map.of("number", number));
        var change = RowTemplate.inserting(database, "change_log", "subject_id = ?", id);
        return Optional.of(
                new FloorStep(Model.registration(id, number), List.of(), List.of(registration, change, mail.get())));
    }
}
