package ma.jazari.events.timerules;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.jazari.events.programevent.DerivedTimes;
import ma.jazari.events.programevent.DerivedTimes.Derived;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.session.SessionTimes;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.paging.Cursor;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Finds the program events that the time-zone rules of now move, and moves them. Each is moved in a transaction of its own,
 * which looks again whether it still has to be: so it can be begun anew at any time, and one that fails holds up no other.
 */
@ApplicationScoped
class TimeRulesService {

    private static final String LIST = "time-rules";
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final Logger LOG = Logger.getLogger(TimeRulesService.class);

    private final DerivedTimes events;
    private final SessionTimes sessions;
    private final int atOnce;

    TimeRulesService(DerivedTimes events, SessionTimes sessions, TimeRulesConfig config) {
        this.events = events;
        this.sessions = sessions;
        this.atOnce = config.eventsAtOnce();
    }

    /** Some of those that move, in the order of their ids; a page can be empty and not be the last. */
    Page<MovedEvent> find(ListQuery query) {
        if (query.wantsTotal()) {
            throw Problem.invalid("total", "is not known before all events were looked at, page by page");
        }
        return QuarkusTransaction.requiringNew().call(() -> page(query));
    }

    /** Moves those of one page. */
    AppliedRules apply(ListQuery query, Actor actor) {
        var page = find(query);
        var done = new ArrayList<MovedEvent>();
        var failed = new ArrayList<String>();
        for (var moved : page.items()) {
            try {
                QuarkusTransaction.requiringNew()
                        .call(() -> apply(UUID.fromString(moved.id()), actor))
                        .ifPresent(done::add);
            } catch (RuntimeException e) {
                LOG.errorf(e, "the time rules could not be applied: programEventId=%s", moved.id());
                failed.add(moved.id());
            }
        }
        return new AppliedRules(done, failed, page.nextCursor());
    }

    private Page<MovedEvent> page(ListQuery query) {
        var cursor = Cursor.values(query.cursor, LIST, 1);
        var after = cursor.isEmpty() ? BEFORE_ALL : Uuids.checked(cursor.getFirst());
        var seen = events.after(after, atOnce);
        if (seen.isEmpty()) {
            return new Page<>(List.of(), null, null);
        }
        var sessionsMoved = sessions.moved(after, seen.getLast().id());
        var moved = seen.stream()
                .filter(event -> event.isMoved() || sessionsMoved.containsKey(event.id()))
                .toList();
        var shown = moved.subList(0, Math.min(moved.size(), query.limit()));
        return new Page<>(shown(shown, sessionsMoved), next(seen, moved, shown), null);
    }

    /** After the last that is shown where there are more, otherwise after the last that was looked at. */
    private @Nullable String next(List<Derived> seen, List<Derived> moved, List<Derived> shown) {
        if (shown.size() < moved.size()) {
            return cursor(shown.getLast());
        }
        return seen.size() < atOnce ? null : cursor(seen.getLast());
    }

    private static String cursor(Derived last) {
        return Cursor.after(LIST, List.of(last.id().toString()));
    }

    private List<MovedEvent> shown(List<Derived> moved, Map<UUID, Long> sessionsMoved) {
        var states = events.states(moved.stream().map(Derived::id).toList()).stream()
                .collect(Collectors.toMap(ProgramEventState::id, Function.identity()));
        return moved.stream()
                .flatMap(event -> Optional.ofNullable(states.get(event.id().toString()))
                        .map(state -> MovedEvent.of(event, sessionsMoved.getOrDefault(event.id(), 0L), state))
                        .stream())
                .toList();
    }

    private Optional<MovedEvent> apply(UUID id, Actor actor) {
        var held = events.hold(id).orElse(null);
        if (held == null) {
            return Optional.empty();
        }
        long moved = sessions.take(id);
        if (held.isMoved()) {
            return Optional.of(MovedEvent.of(held, moved, events.take(held, actor)));
        }
        return moved == 0
                ? Optional.empty()
                : Optional.of(MovedEvent.of(held, moved, events.sessionsMoved(held, actor)));
    }
}
