package ma.jazari.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What the merged description says of the registry as a whole. */
final class Registry {

    private static final String DESCRIPTION =
            """
            The registry of Morocco's network of AI institutes: institutes and what they can do, partner organisations, \
            conventions between them, programmes and events.

            Public records need no token; everything else takes an access token of the Keycloak realm `jazari` as \
            `Authorization: Bearer`. What you may not see answers 404. Errors are RFC 9457 problems whose `type` leads to a \
            page that explains them. A change of an existing record takes its ETag as `If-Match`; a POST that creates or \
            moves takes an `Idempotency-Key`.""";

    private static final Map<String, String> CAPABILITIES = Map.ofEntries(
            Map.entry("Bulk", "Import and export of many institutes at once"),
            Map.entry("Calendars", "Program events as feeds for calendar programs"),
            Map.entry("Change suggestions", "Changes proposed by others, and their review"),
            Map.entry("Changes", "Everything that happens in the registry, in one order"),
            Map.entry("Conventions", "Conventions between institutes and partners, from draft to evidence"),
            Map.entry("Curation", "Records that need somebody"),
            Map.entry("Deadlines", "What is due and when, for the caller"),
            Map.entry("History", "Exports of whole histories"),
            Map.entry("Institutes", "The institutes of the network, their lifecycle and their history"),
            Map.entry("Integrity", "The check for what was written past the registry"),
            Map.entry("Keys", "The keys that institutes and partners sign with"),
            Map.entry("Partners", "Partner organisations"),
            Map.entry("Program events", "National days, trainings and other events, and registration for them"),
            Map.entry("Programmes", "Programmes, their indicators and what was measured"),
            Map.entry("Registrations", "Places at program events, for organisers and for each person"),
            Map.entry(
                    "Sandbox",
                    "Practice with scripted counterparties and a clock; not where the registry is in earnest use"),
            Map.entry("Webhooks", "Changes sent to a partner's system, and what became of each delivery"));

    private Registry() {}

    /** The tag with a description: the part's own, or what the registry says of the capability. */
    static ObjectNode described(JsonNode tag) {
        ObjectNode described = tag.deepCopy();
        var capability = CAPABILITIES.get(tag.path("name").asText());
        if (!described.has("description") && capability != null) {
            described.put("description", capability);
        }
        return described;
    }

    static ObjectNode info() {
        var info = JsonNodeFactory.instance.objectNode();
        info.put("title", "Jazari Registry");
        info.put("version", "1");
        info.put("description", DESCRIPTION);
        // Its address would have to be absolute, and the description does not know where it is served.
        info.putObject("contact").put("name", "Jazari Registry");
        info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
        return info;
    }

    static ObjectNode guides() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("url", "/docs")
                .put("description", "Guides, and the reference of all operations");
    }

    /** Anonymous or with a token; each operation says the same or is stricter. */
    static ArrayNode security() {
        var security = JsonNodeFactory.instance.arrayNode();
        security.addObject();
        security.addObject().putArray("bearer");
        return security;
    }
}
