package ma.jazari.benchmarks.records;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.function.UnaryOperator;
import ma.jazari.benchmarks.BenchmarkException;
import org.jspecify.annotations.Nullable;

/** One line of an import, with the members that it has there. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record InstituteLine(
        String kind,
        String status,
        List<Name> names,
        List<String> missions,
        List<String> focusAreas,
        String region,
        @Nullable Place location,
        @Nullable String established,
        List<Link> links,
        List<String> domains,
        List<Id> externalIds) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A name in one language; type is that of the registry, such as DISPLAY. */
    record Name(String value, String lang, String type) {}

    /** Where it stands. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Place(@Nullable String city, @Nullable Double lat, @Nullable Double lon, @Nullable Long geonamesId) {}

    /** An address on the web. */
    record Link(String type, String url) {}

    /** Its id in another registry. */
    record Id(String scheme, String value) {}

    InstituteLine {
        names = List.copyOf(names);
        missions = List.copyOf(missions);
        focusAreas = List.copyOf(focusAreas);
        links = List.copyOf(links);
        domains = List.copyOf(domains);
        externalIds = List.copyOf(externalIds);
    }

    /** What is said of an institute besides its names and what is its own. */
    record Profile(
            List<String> missions,
            List<String> focusAreas,
            String region,
            @Nullable Place location,
            @Nullable String established) {}

    /** An active institute. */
    static InstituteLine active(
            List<Name> names, Profile profile, List<Link> links, List<String> domains, List<Id> externalIds) {
        return new InstituteLine(
                "INSTITUTE",
                "ACTIVE",
                names,
                profile.missions(),
                profile.focusAreas(),
                profile.region(),
                profile.location(),
                profile.established(),
                links,
                domains,
                externalIds);
    }

    /** The same under other names, without what can belong to one institute alone. */
    InstituteLine renamed(UnaryOperator<Name> naming) {
        return new InstituteLine(
                kind,
                status,
                names.stream().map(naming).toList(),
                missions,
                focusAreas,
                region,
                location,
                established,
                links,
                List.of(),
                List.of());
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException failure) {
            throw new BenchmarkException("An institute to import cannot be written: " + failure.getMessage(), failure);
        }
    }
}
