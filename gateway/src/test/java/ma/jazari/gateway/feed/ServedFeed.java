package ma.jazari.gateway.feed;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import ma.jazari.gateway.network.FakeService;
import ma.jazari.platform.feed.FeedCursor;

/** What a service answers when it is asked for its changes. */
public final class ServedFeed {

    private static final String EPOCH = "0a1b2c3d";

    private ServedFeed() {}

    /**
     * Has the service answer with these changes, whatever it is asked.
     *
     * @param name such as {@code institutes-service}
     * @param closedThrough no change will be placed at or before it any more
     */
    public static void serve(FakeService service, String name, long closedThrough, long... seqs) {
        serve(service, name, "", closedThrough, seqs);
    }

    /** The same with something in each change that makes it large. */
    public static void serve(FakeService service, String name, String ballast, long closedThrough, long... seqs) {
        var items = new JsonArray();
        for (long seq : seqs) {
            items.add(change(name, seq, ballast));
        }
        long last = seqs.length == 0 ? 0 : seqs[seqs.length - 1];
        var page = new JsonObject()
                .put("items", items)
                .put("resumeCursor", place(name, last))
                .put("closedThrough", closedThrough);
        service.answers("/v1/changes", "200 OK", "application/json", page.encode());
        service.answers("/internal/changes/last", "200 OK", "text/plain", String.valueOf(last));
    }

    private static JsonObject change(String source, long seq, String ballast) {
        return new JsonObject()
                .put("cursor", place(source, seq))
                .put("id", "0198c1e2-7b1a-7c3e-9f00-2f6f0a6f3c11")
                .put("type", type(source))
                .put(
                        "subject",
                        new JsonObject()
                                .put("type", "INSTITUTE")
                                .put("id", "j4k7xq236")
                                .put("version", 3))
                .put("at", "2026-01-12T09:00:00Z")
                .put("source", "/" + source)
                .put("data", new JsonObject().put("seq", seq).put("ballast", ballast))
                .put("added", new JsonObject().put("later", true));
    }

    private static String type(String source) {
        return switch (source) {
            case "partnerships-service" -> "partner.activated";
            case "events-service" -> "program-event.published";
            default -> "institute.activated";
        };
    }

    /** The cursor of a change. */
    public static String place(String source, long seq) {
        return new FeedCursor(EPOCH, source, seq).encode();
    }
}
