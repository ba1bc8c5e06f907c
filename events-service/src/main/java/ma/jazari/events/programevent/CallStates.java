package ma.jazari.events.programevent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ma.jazari.events.call.CallState;
import ma.jazari.platform.search.RecordTable.Facet;
import ma.jazari.platform.search.SqlFilter;

/** Where calls stand at an instant, as the database tells it; see {@link ProgramEventState#callState}. */
record CallStates(Instant now) {

    private static final String NOW = "callsNow";

    // The first condition is that of the index on calls.
    private static final String ONE_OF = "i.type = 'CALL' and i.status in ('PUBLISHED', 'COMPLETED') and (%s)";
    private static final String COUNTED =
            """
            select case when i.status = 'COMPLETED' or i.end_at <= :callsNow then 'CLOSED'
                        when i.start_at <= :callsNow then 'OPEN' else 'UPCOMING' end
            from matched i where i.type = 'CALL' and i.status in ('PUBLISHED', 'COMPLETED')
            """;

    /** Keeps the calls that stand so; where nothing is wanted, everything. */
    void addTo(SqlFilter filter, List<CallState> wanted) {
        if (!wanted.isEmpty()) {
            var conditions =
                    wanted.stream().distinct().map(CallStates::condition).collect(Collectors.joining(" or "));
            // All pages are of one list, though time passes between them.
            filter.addUnbound(ONE_OF.formatted(conditions), Map.of(NOW, now));
        }
    }

    private static String condition(CallState state) {
        return switch (state) {
            case UPCOMING -> "i.status = 'PUBLISHED' and i.start_at > :callsNow";
            case OPEN -> "i.status = 'PUBLISHED' and i.start_at <= :callsNow and i.end_at > :callsNow";
            case CLOSED -> "(i.status = 'COMPLETED' or i.end_at <= :callsNow)";
        };
    }

    Facet facet() {
        return new Facet(List.of("type", "status", "start_at", "end_at"), COUNTED, Map.of(NOW, now));
    }
}
