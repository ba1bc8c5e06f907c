package ma.jazari.system.harness;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One entry of the change feed.
 *
 * @param cursor its place
 * @param subject id of the record
 * @param version of the record after the change
 */
public record Change(String cursor, String id, String type, String subject, int version, String source) {

    static Change of(JsonNode entry) {
        return new Change(
                entry.path("cursor").asText(),
                entry.path("id").asText(),
                entry.path("type").asText(),
                entry.at("/subject/id").asText(),
                entry.at("/subject/version").asInt(),
                entry.path("source").asText());
    }
}
