package ma.jazari.localstack.times;

import com.fasterxml.jackson.databind.JsonNode;

/** A program event that moves, in words. */
public record MovedLine(String id, String status, String title, String zone, Times before, Times after, long sessions) {

    /** By one version of the rules. */
    public record Times(String start, String startInstant, String endInstant, String tzdb) {

        static Times of(JsonNode times) {
            return new Times(
                    times.path("start").asText(),
                    times.path("startInstant").asText(),
                    times.path("endInstant").asText(),
                    times.path("tzdb").asText());
        }
    }

    static MovedLine of(JsonNode item) {
        return new MovedLine(
                item.path("id").asText(),
                item.path("status").asText(),
                item.path("titles").path(0).path("value").asText(),
                item.path("zone").asText(),
                Times.of(item.path("before")),
                Times.of(item.path("after")),
                item.path("sessions").asLong());
    }
}
