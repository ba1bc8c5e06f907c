package ma.jazari.institutes.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import ma.jazari.institutes.institute.InstituteStatus;
import ma.jazari.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What a line holds besides what is written of an institute.
 *
 * @param id of the record that the line is of; null for one that it does not name, or a new one
 * @param status that a new record begins in, or that the stored one is expected in; null for whatever is right
 * @param version that the line is based on; null for any
 */
public record Envelope(@Nullable String id, @Nullable InstituteStatus status, @Nullable Long version) {

    // What an export writes and an import passes over: the service makes it, or it has operations of its own.
    private static final List<String> READ_ONLY = List.of(
            "displayName",
            "createdAt",
            "updatedAt",
            "availableTransitions",
            "successorId",
            "competencies",
            "solutions",
            "infrastructure",
            "relationships");

    /** Takes the envelope, and what is read-only, out of the record. */
    static Envelope takeFrom(ObjectNode record, Violations violations) {
        record.remove(READ_ONLY);
        return new Envelope(
                id(record.remove("id"), violations),
                status(record.remove("status"), violations),
                version(record.remove("version"), violations));
    }

    private static @Nullable String id(@Nullable JsonNode id, Violations violations) {
        if (id == null || id.isNull()) {
            return null;
        }
        if (!id.isTextual()) {
            violations.add("/id", "must be a string");
        }
        return id.asText().strip();
    }

    private static @Nullable InstituteStatus status(@Nullable JsonNode status, Violations violations) {
        if (status == null || status.isNull()) {
            return null;
        }
        return Arrays.stream(InstituteStatus.values())
                .filter(known -> known.name().equals(status.asText()))
                .findFirst()
                .orElseGet(() -> {
                    violations.add("/status", "must be one of " + Arrays.toString(InstituteStatus.values()));
                    return null;
                });
    }

    private static @Nullable Long version(@Nullable JsonNode version, Violations violations) {
        if (version == null || version.isNull()) {
            return null;
        }
        if (!version.isIntegralNumber() || !version.canConvertToLong()) {
            violations.add("/version", "must be a number without a fraction");
        }
        return Optional.of(version)
                .filter(JsonNode::canConvertToLong)
                .map(JsonNode::asLong)
                .orElse(null);
    }
}
