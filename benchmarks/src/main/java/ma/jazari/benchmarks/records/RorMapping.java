package ma.jazari.benchmarks.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import ma.jazari.benchmarks.records.InstituteLine.Link;
import ma.jazari.benchmarks.records.InstituteLine.Place;
import ma.jazari.benchmarks.records.InstituteLine.Profile;
import org.jspecify.annotations.Nullable;

/** Organisations of ROR (schema v2) as institutes: their names, places, ids and domains are real, what ROR lacks is spread evenly. */
final class RorMapping {

    private static final int REGIONS = 12;
    private static final int LONGEST_URL = 2000;
    private static final Pattern URL = Pattern.compile("https?://[^\\s/]+(/\\S*)?");

    private final ExternalKeys keys = new ExternalKeys();

    InstituteLine line(JsonNode organisation) {
        return InstituteLine.active(
                RorNames.of(organisation),
                profile(organisation),
                links(organisation),
                keys.domains(organisation),
                keys.ids(organisation));
    }

    private static Profile profile(JsonNode organisation) {
        return new Profile(
                missions(organisation.path("types")),
                List.of(),
                region(organisation.path("id").asText()),
                place(organisation.at("/locations/0")),
                established(organisation.path("established")));
    }

    private static List<String> missions(JsonNode types) {
        var missions = new ArrayList<String>();
        missions.add("RESEARCH");
        for (var type : types) {
            var mission =
                    switch (type.asText()) {
                        case "education" -> "TRAINING";
                        case "company" -> "INNOVATION";
                        default -> "RESEARCH";
                    };
            if (!missions.contains(mission)) {
                missions.add(mission);
            }
        }
        return missions;
    }

    private static String region(String id) {
        return String.format(Locale.ROOT, "MA-%02d", 1 + Math.floorMod(id.hashCode(), REGIONS));
    }

    private static @Nullable Place place(JsonNode location) {
        var details = location.path("geonames_details");
        var city = details.path("name").asText("").strip();
        var geonames = location.path("geonames_id");
        if (city.isEmpty()) {
            return null;
        }
        return new Place(
                city,
                degrees(details.path("lat"), 90),
                degrees(details.path("lng"), 180),
                geonames.asLong() > 0 ? geonames.asLong() : null);
    }

    private static @Nullable Double degrees(JsonNode node, int most) {
        return node.isNumber() && Math.abs(node.asDouble()) <= most ? node.asDouble() : null;
    }

    private static @Nullable String established(JsonNode year) {
        return year.isInt() && year.asInt() > 0 ? String.format(Locale.ROOT, "%04d-01-01", year.asInt()) : null;
    }

    private static List<Link> links(JsonNode organisation) {
        return StreamSupport.stream(organisation.path("links").spliterator(), false)
                .filter(link -> link.path("type").asText().equals("website"))
                .map(link -> link.path("value").asText().strip())
                .filter(url -> url.length() <= LONGEST_URL && URL.matcher(url).matches())
                .limit(1)
                .map(url -> new Link("WEBSITE", url))
                .toList();
    }
}
