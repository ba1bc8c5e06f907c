package ma.jazari.localstack.verify;

import com.fasterxml.jackson.databind.JsonNode;

/** Something that a check found, in words. */
public record FindingLine(String kind, String table, String recordType, String recordId, long version, String detail) {

    static FindingLine of(JsonNode finding) {
        var subject = finding.path("subject");
        return new FindingLine(
                finding.path("kind").asText(),
                finding.path("table").asText(),
                subject.path("type").asText(),
                subject.path("id").asText(),
                finding.path("version").asLong(),
                finding.path("detail").asText());
    }
}
