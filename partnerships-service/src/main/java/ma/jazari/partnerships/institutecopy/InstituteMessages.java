package ma.jazari.partnerships.institutecopy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import ma.jazari.partnerships.news.PartyNews;
import ma.jazari.platform.inbox.Message;
import ma.jazari.platform.inbox.MessageHandler;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the local copy of the institutes up to date. It reads what is restricted, too: that an institute is a draft is a
 * reason to refuse it, told to those who may know.
 */
@ApplicationScoped
class InstituteMessages implements MessageHandler {

    private static final Pattern REGION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
    private static final int COUNTRY_CODE = 2;

    private final InstituteCopies copies;
    private final PartyNews news;

    InstituteMessages(InstituteCopies copies, PartyNews news) {
        this.copies = copies;
        this.news = news;
    }

    @Override
    public Set<String> topics() {
        return Set.of("jazari.institutes", "jazari.institutes.restricted");
    }

    @Override
    public boolean knows(String type) {
        return type.startsWith("institute.");
    }

    @Override
    public void handle(Message message) {
        if (copies.put(copyOf(message))) {
            news.tell(List.of("INSTITUTE:" + message.subject()));
        }
    }

    private static InstituteCopy copyOf(Message message) {
        var data = message.data();
        var region = region(data);
        return new InstituteCopy(
                message.subject(),
                text(data, "kind"),
                text(data, "status"),
                data.path("names").isArray() ? data.path("names").toString() : "[]",
                region == null ? null : region.substring(0, COUNTRY_CODE),
                region,
                data.path("successorId").textValue(),
                message.version());
    }

    private static String text(JsonNode data, String name) {
        var value = data.path(name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("the state of an institute has no " + name);
        }
        return value.textValue();
    }

    /** Regions are ISO 3166-2 codes, which begin with the country's. */
    private static @Nullable String region(JsonNode data) {
        var region = data.path("region").asText();
        return REGION.matcher(region).matches() ? region : null;
    }
}
