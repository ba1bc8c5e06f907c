package ma.jazari.localstack.times;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * Some of the program events that move, or moved.
 *
 * @param failed ids of those that could not be moved
 * @param next where the next ones begin; empty when all were looked at
 */
public record MovedPage(List<MovedLine> moved, List<String> failed, Optional<String> next) {

    static MovedPage of(JsonNode page) {
        return new MovedPage(
                page.path("items").valueStream().map(MovedLine::of).toList(),
                page.path("failed").valueStream().map(JsonNode::asText).toList(),
                Optional.of(page.path("nextCursor").asText("")).filter(cursor -> !cursor.isEmpty()));
    }
}
