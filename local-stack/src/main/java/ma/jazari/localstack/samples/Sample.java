package ma.jazari.localstack.samples;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One record of the sample data.
 *
 * @param key its name among the samples of its kind; stands for the id that the service will give it
 * @param path where it is created
 * @param record the request, with references such as {@code @institute:fes} in place of ids
 * @param moves through its lifecycle after it was created
 */
record Sample(String key, String path, JsonNode record, List<Move> moves) {

    record Move(String to, String reason) {}

    /** What others refer to it by, without the {@code @}. */
    String reference() {
        return kind() + ":" + key;
    }

    /** {@code institute} for {@code /v1/institutes}. */
    String kind() {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - 1);
    }
}
