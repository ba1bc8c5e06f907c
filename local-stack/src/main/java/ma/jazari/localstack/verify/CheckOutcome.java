package ma.jazari.localstack.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came out of a check.
 *
 * @param findings all of them, those too that were not told one by one
 * @param headsDigests by type of record, over the last entries of all records' logs
 * @param notCompared types of record whose log was checked, but not against their tables
 */
public record CheckOutcome(
        long records, long entries, long findings, Map<String, String> headsDigests, List<String> notCompared) {

    static CheckOutcome of(JsonNode result) {
        var digests = new LinkedHashMap<String, String>();
        result.path("headsDigests")
                .properties()
                .forEach(type -> digests.put(type.getKey(), type.getValue().asText()));
        var notCompared = new ArrayList<String>();
        result.path("notCompared").forEach(type -> notCompared.add(type.asText()));
        return new CheckOutcome(
                result.path("records").asLong(),
                result.path("entries").asLong(),
                result.path("findings").asLong(),
                digests,
                notCompared);
    }
}
