package ma.jazari.partnerships.ceremony;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import ma.jazari.partnerships.lifecycle.SignatureProposal;

/**
 * A signature ceremony that was held.
 *
 * @param hostInstituteIds the institutes that held it
 * @param conventionIds the conventions that were to be signed
 */
record Ceremony(SignatureProposal proposal, List<String> hostInstituteIds, List<String> conventionIds) {

    /** The ceremony that a program event is; empty for another one, and for one that is not over. */
    static Optional<Ceremony> of(JsonNode programEvent) {
        boolean isHeld = programEvent.required("type").asText().equals("SIGNATURE_CEREMONY")
                && programEvent.required("status").asText().equals("COMPLETED");
        return isHeld ? Optional.of(held(programEvent)) : Optional.empty();
    }

    private static Ceremony held(JsonNode programEvent) {
        var start = LocalDateTime.parse(programEvent.required("start").asText());
        return new Ceremony(
                new SignatureProposal(programEvent.required("id").asText(), start.toLocalDate()),
                texts(programEvent.required("hostInstituteIds")),
                texts(programEvent.required("conventionIds")));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
