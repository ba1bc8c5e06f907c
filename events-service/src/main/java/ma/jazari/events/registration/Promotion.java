package ma.jazari.events.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The one way from the queue to a place, whatever made it free: offers that were not taken in time are over, and free
 * places are offered to those who wait, the first who joined first.
 *
 * @param until when the last offer ends, however long one is kept otherwise: the beginning of the event
 */
record Promotion(Desk desk, Queue queue, Duration offerFor, Instant until) {

    /** Who waits, and who was offered a place. */
    interface Queue {

        /** Those whose offers have ended by now, the first who joined first. */
        List<Registration> lapsed(Instant now);

        /** The first of those who wait, in the order of joining. */
        List<Registration> first(int count);
    }

    /** Carries out what has become due; says which registrations it moved. */
    List<Registration> settle(Instant now) {
        var moved = new ArrayList<Registration>();
        for (var lapsed : queue.lapsed(now)) {
            lapsed.cancel(Cause.OFFER_LAPSED, desk, now);
            moved.add(lapsed);
        }
        if (now.isBefore(until)) {
            for (var next : queue.first(desk.freeFor(desk.waiting()))) {
                next.offer(desk, earlier(now.plus(offerFor), until), now);
                moved.add(next);
            }
        }
        return moved;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
