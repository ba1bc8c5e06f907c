package ma.jazari.events.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The one way from the queue to a place, whatever made it free: offers that were not taken in time are over, and free
 * places are offered to those who wait, the first who joined first. While the event is off nothing lapses: who was offered
 * a place waits again, at its turn. With a cancelled event all end.
 *
 * @param beginning of the event: the last offer ends then, however long one is kept otherwise
 */
record Promotion(Desk desk, Queue queue, Phase phase, Duration offerFor, Instant beginning) {

    private static final int ENDED_AT_ONCE = 200;

    /** Who waits, and who was offered a place. */
    interface Queue {

        /** Those whose offers have ended by now, the first who joined first. */
        List<Registration> lapsed(Instant now);

        /** All to whom a place is offered. */
        List<Registration> offered();

        /** The first of those who wait, in the order of joining. */
        List<Registration> first(int count);

        /** Some of those who have a place or may get one, in the order of joining. */
        List<Registration> open(int count);

        /** Whether nobody who waits has joined before this one. */
        default boolean isTurnOf(Registration registration) {
            return first(1).stream().allMatch(first -> registration.number() <= first.number());
        }
    }

    /** Carries out what has become due; says which registrations it moved. Of those that end with their event, some. */
    List<Registration> settle(Instant now) {
        return switch (phase) {
            case AHEAD -> {
                var moved = new ArrayList<>(endLapsed(now));
                moved.addAll(offerFree(now));
                yield moved;
            }
            case OFF -> moveEach(queue.offered(), offered -> offered.withdrawOffer(desk, now));
            case BEGUN -> endLapsed(now);
            case CANCELLED ->
                moveEach(queue.open(ENDED_AT_ONCE), open -> open.cancel(Cause.EVENT_CANCELLED, desk, now));
        };
    }

    private List<Registration> endLapsed(Instant now) {
        return moveEach(queue.lapsed(now), lapsed -> lapsed.cancel(Cause.OFFER_LAPSED, desk, now));
    }

    private List<Registration> offerFree(Instant now) {
        var until = earlier(now.plus(offerFor), beginning);
        return moveEach(queue.first(desk.freeFor(desk.waiting())), next -> next.offer(desk, until, now));
    }

    private static List<Registration> moveEach(List<Registration> some, Consumer<Registration> move) {
        some.forEach(move);
        return some;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
