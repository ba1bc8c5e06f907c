package ma.jazari.events.timerules;

import static ma.jazari.platform.test.Api.as;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jazari.events.programevent.ApiFixture;
import ma.jazari.platform.test.Tokens;

/** Program events for tests of changing rules, made through the API, and what is answered about them. */
public final class TimeRulesFixture {

    static final String PATH = "/v1/program-events/time-rules";

    private TimeRulesFixture() {}

    /** A draft of 10:00 to 12:00 on 15 January 2027, which the outdated rules have an hour early. */
    static String draft(String host, String more) {
        return ApiFixture.create(
                        Tokens.networkAdmin(),
                        ApiFixture.seminar("Séminaire", host, more).replace("2026-06-01", "2027-01-15"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static String published(String host, String more) {
        var id = draft(host, more);
        ApiFixture.move(id, "PUBLISHED").then().statusCode(200);
        return id;
    }

    static String addSession(String event, String title, String time, String zone) {
        return as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .body(
                        """
                        {"titles": [{"value": "%s", "lang": "fr"}], "start": "2027-01-15T%s", "end": "2027-01-15T13:00",
                         "zone": "%s"}
                        """
                                .formatted(title, time, zone))
                .post("/v1/program-events/{id}/sessions", event)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static List<String> agenda(String event) {
        return as(Tokens.networkAdmin())
                .get("/v1/program-events/{id}/sessions", event)
                .path("items.displayTitle");
    }

    static JsonPath event(String id) {
        return as(Tokens.networkAdmin()).get("/v1/program-events/{id}", id).jsonPath();
    }

    /** The last entry of the event's history. */
    static JsonPath lastChange(String id) {
        var history = as(Tokens.networkAdmin())
                .get("/v1/program-events/{id}/history?limit=200", id)
                .jsonPath();
        return history.setRootPath("items[" + (history.getList("items").size() - 1) + "]");
    }

    /** What the list says of the event. */
    static Optional<Map<String, Object>> listed(String id) {
        return all().stream().filter(item -> id.equals(item.get("id"))).findFirst();
    }

    /** All that is listed, page by page. */
    static List<Map<String, Object>> all() {
        var items = new ArrayList<Map<String, Object>>();
        var page = as(Tokens.networkAdmin()).get(PATH + "?limit=2");
        for (;
                next(page).isPresent();
                page = as(Tokens.networkAdmin())
                        .get(PATH + "?limit=2&cursor=" + next(page).orElseThrow())) {
            items.addAll(page.<List<Map<String, Object>>>path("items"));
        }
        items.addAll(page.<List<Map<String, Object>>>path("items"));
        return items;
    }

    /**
     * What came of applying the rules to all events.
     *
     * @param moved by id, what was answered of it
     */
    public record Applied(Map<String, Map<String, Object>> moved, List<String> failed) {}

    /** Applies the rules to all events, and says what was answered of each that moved. */
    public static Map<String, Map<String, Object>> applied() {
        return applyAll().moved();
    }

    static Applied applyAll() {
        var applied = new Applied(new HashMap<>(), new ArrayList<>());
        var page = post("");
        add(page, applied);
        while (next(page).isPresent()) {
            page = post("?limit=3&cursor=" + next(page).orElseThrow());
            add(page, applied);
        }
        return applied;
    }

    /** Begins to apply the rules, and breaks off after the first event that moves. */
    static List<String> appliedToOne() {
        var page = post("?limit=1");
        while (page.<List<String>>path("items.id").isEmpty()) {
            page = post("?limit=1&cursor=" + next(page).orElseThrow());
        }
        return page.path("items.id");
    }

    static Response post(String query) {
        return as(Tokens.networkAdmin()).post(PATH + query);
    }

    private static void add(Response page, Applied applied) {
        page.<List<Map<String, Object>>>path("items")
                .forEach(item -> applied.moved().put(String.valueOf(item.get("id")), item));
        applied.failed().addAll(page.<List<String>>path("failed"));
    }

    private static Optional<String> next(Response page) {
        page.then().statusCode(200);
        return Optional.ofNullable(page.path("nextCursor"));
    }
}
