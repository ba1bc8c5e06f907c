package ma.jazari.benchmarks.events;

import java.net.URI;
import java.util.Map;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.load.Call;

/** A feed of the network's program events. */
enum Feed {
    CALENDAR(
            "Calendar feed",
            "/v1/calendars/network.ics",
            "text/calendar",
            "BEGIN:VEVENT",
            10_000,
            "order by start_at desc, id desc limit 10000"),
    NEWS(
            "Atom feed",
            "/v1/calendars/network.atom",
            "application/atom+xml",
            "<entry>",
            200,
            "order by updated_at desc, id desc limit 200");

    private final String title;
    private final String path;
    private final String type;
    private final String entry;
    private final int most;
    private final String rows;

    Feed(String title, String path, String type, String entry, int most, String rows) {
        this.title = title;
        this.path = path;
        this.type = type;
        this.entry = entry;
        this.most = most;
        this.rows = rows;
    }

    String title() {
        return title;
    }

    String path() {
        return path;
    }

    /** The events in it, as the database holds them. */
    String sql() {
        return "select * from program_event where status <> 'DRAFT' " + rows;
    }

    Call at(URI address) {
        return Call.get(address).with(Map.of("Accept", type));
    }

    /** How many events it shows, of so many. */
    long holds(long published) {
        return Math.min(most, published);
    }

    /** @throws BenchmarkException unless the text holds all that it is to show */
    void check(String text, long published) {
        long found = 0;
        for (int at = text.indexOf(entry); at >= 0; at = text.indexOf(entry, at + 1)) {
            found++;
        }
        if (found != holds(published)) {
            throw new BenchmarkException(path + " holds " + found + " events instead of " + holds(published) + ".");
        }
    }
}
