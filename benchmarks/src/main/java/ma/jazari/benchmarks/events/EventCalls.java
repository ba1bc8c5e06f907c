package ma.jazari.benchmarks.events;

import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ma.jazari.benchmarks.load.Call;

/**
 * The requests about program events and registrations, as an institute and a person send them.
 *
 * @param events the collection, straight at its service or at the gateway
 */
record EventCalls(URI events) {

    static final String PATH = "/v1/program-events";

    private static final int OK = 200;
    private static final List<String> TYPES = List.of("TRAINING", "SEMINAR", "CONFERENCE", "HACKATHON", "CALL");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 730;
    private static final int FIRST_HOUR = 8;
    private static final int HOURS = 9;
    private static final String EVENT =
            """
            {"sample": true, "type": "%2$s",
             "titles": [{"value": "Banc d'essai %1$s : atelier sur l'intelligence artificielle", "lang": "fr"},
                        {"value": "منصة اختبار %1$s: ورشة حول الذكاء الاصطناعي", "lang": "ar"},
                        {"value": "Test bench %1$s: a workshop on artificial intelligence", "lang": "en"}],
             "descriptions": [{"value": "Deux jours de travaux pratiques : données, modèles, mise en service.", "lang": "fr"}],
             "start": "%3$s", "end": "%4$s", "attendance": "ON_SITE",
             "venue": {"name": "Amphi %1$s", "city": "Rabat", "region": "MA-04", "lat": 34.02, "lon": -6.83},
             "hostInstituteIds": ["%5$s"], "languages": ["fr", "ar"]%6$s}
            """;
    private static final String ANSWERED =
            ", \"call\": {\"seeks\": \"PROJECTS\", \"submissionUrl\": \"https://example.org/appel\"}";
    private static final String REGISTRATION =
            "{\"name\": \"Banc d'essai %1$s\", \"email\": \"essai-%1$s@example.org\", \"organisation\": \"UM6P\"}";

    /** The draft of the n-th event of many, some each day of two years. */
    Call draft(int n, String host) {
        var day = FIRST.plusDays(n % DAYS);
        int hour = FIRST_HOUR + n % HOURS;
        var type = TYPES.get(n % TYPES.size());
        var body = event(
                String.format(Locale.ROOT, "%05d", n),
                type,
                List.of(wall(day, hour), wall(day, hour + 2)),
                host,
                type.equals("CALL") ? ANSWERED : "");
        return Call.create(events, () -> body);
    }

    /** The draft of an event that is still to come, and has so many places. */
    Call draftWithPlaces(int places, String host, LocalDate day) {
        var registration = ", \"registration\": {\"capacity\": " + places + ", \"open\": \"PUBLIC\"}";
        var body = event(places + " places", "TRAINING", List.of(wall(day, 9), wall(day, 17)), host, registration);
        return Call.create(events, () -> body);
    }

    private static String event(String name, String type, List<String> times, String host, String more) {
        return EVENT.formatted(name, type, times.getFirst(), times.getLast(), host, more);
    }

    private static String wall(LocalDate day, int hour) {
        return String.format(Locale.ROOT, "%sT%02d:00", day, hour);
    }

    Call publish(String id) {
        return Call.create(at(id, "/transitions"), () -> "{\"to\": \"PUBLISHED\"}")
                .with(Map.of("If-Match", "*"))
                .expecting(OK);
    }

    /** Another title, which makes a new version. */
    Call rename(String id, String title) {
        var patch = "{\"titles\": [{\"value\": \"" + title + "\", \"lang\": \"fr\"}]}";
        var headers = Map.of("Content-Type", "application/merge-patch+json", "If-Match", "*");
        return new Call(HttpMethod.PATCH, at(id, ""), headers, () -> patch, OK);
    }

    /** @param number in the person's name and address */
    Call register(String id, String number) {
        return Call.create(at(id, "/registrations"), () -> REGISTRATION.formatted(number));
    }

    Call read(String id) {
        return Call.get(at(id, ""));
    }

    private URI at(String id, String what) {
        return URI.create(events + "/" + id + what);
    }
}
