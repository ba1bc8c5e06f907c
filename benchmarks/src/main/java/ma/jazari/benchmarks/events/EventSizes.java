package ma.jazari.benchmarks.events;

/**
 * How much there is of what events-service keeps.
 *
 * @param events published in the calendar feed
 * @param clients who register for one event at once
 * @param places of that event
 * @param measurements of one indicator
 */
public record EventSizes(int events, int clients, int places, int measurements) {

    public static final EventSizes USUAL = new EventSizes(5_000, 1_000, 300, 100_000);

    /** What a feed holds at the most. */
    public static final int MOST_EVENTS = 10_000;
    /** Who stands in line at one event's desk at the most. */
    public static final int MOST_CLIENTS = 2_000;

    public static final int MOST_MEASUREMENTS = 500_000;
}
