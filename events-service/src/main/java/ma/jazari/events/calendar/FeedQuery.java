package ma.jazari.events.calendar;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.events.programevent.ProgramEventType;
import ma.jazari.platform.paging.ListQuery;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a calendar feed can be narrowed by. */
public class FeedQuery {

    @QueryParam("type")
    @Parameter(
            description =
                    "NATIONAL_DAY, SIGNATURE_CEREMONY, TRAINING, HACKATHON, CALL, CONFERENCE, SEMINAR; comma for OR")
    public @Nullable String type;

    @QueryParam("language")
    @Parameter(description = "Languages spoken there, such as fr; comma for OR")
    public @Nullable String language;

    @QueryParam("lang")
    @Parameter(description = "BCP 47 tag of the language of the texts; Accept-Language otherwise")
    public @Nullable String lang;

    List<ProgramEventType> types() {
        return ListQuery.anyOf("type", type, ProgramEventType.class).stream()
                .distinct()
                .sorted()
                .toList();
    }

    List<String> spoken() {
        return ListQuery.anyOf(language).stream().distinct().sorted().toList();
    }

    /** The path with this query, which is the same text for what means the same. */
    String at(String path) {
        var query = Stream.of(pair("type", joined(types())), pair("language", joined(spoken())), pair("lang", lang))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static @Nullable String joined(List<?> values) {
        return values.isEmpty() ? null : values.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    static @Nullable String pair(String name, @Nullable String value) {
        return value == null ? null : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
