package ma.jazari.events.session;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import ma.jazari.events.programevent.Description;
import ma.jazari.platform.json.Checked;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.text.Line;
import ma.jazari.platform.text.LocalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client writes of a session; also what a merge patch is applied to, and what is published of it. */
@Schema(name = "SessionRequest")
public record SessionRequest(
        @NotEmpty @Size(max = 50) List<@NotNull @Valid LocalText> titles,
        @Nullable @Size(max = 50) List<@NotNull @Valid Description> descriptions,
        @NotNull @Pattern(regexp = WALL_TIME, message = WALL_TIME_HINT) @Schema(description = "Wall time in the zone", examples = "2026-01-12T09:30")
                String start,
        @NotNull @Pattern(regexp = WALL_TIME, message = WALL_TIME_HINT) @Schema(description = "Wall time in the zone, after start", examples = "2026-01-12T10:15")
                String end,
        @Nullable @Size(max = 60) @Schema(
                        description = "A zone of the IANA time zone database; the event's where it is absent",
                        examples = "Africa/Casablanca")
                String zone,
        @Nullable @Line(max = 200) @Schema(examples = "Amphithéâtre 2") String room,
        @Nullable @Size(max = 50) List<@NotNull @Valid Speaker> speakers)
        implements Checked {

    private static final String WALL_TIME = "(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}";
    private static final String WALL_TIME_HINT =
            "must be a local wall time such as 2026-01-12T09:30, without seconds and offset";

    @Override
    public void check(Violations violations) {
        once("/titles", titles.stream().map(LocalText::lang).toList(), "is a second title in ", violations);
        var described = Objects.requireNonNullElse(descriptions, List.<Description>of());
        once(
                "/descriptions",
                described.stream().map(Description::lang).toList(),
                "is a second description in ",
                violations);
    }

    private static void once(String pointer, List<String> languages, String objection, Violations violations) {
        var seen = new HashSet<String>();
        for (int i = 0; i < languages.size(); i++) {
            if (!seen.add(languages.get(i))) {
                violations.add(pointer + "/" + i, objection + languages.get(i));
            }
        }
    }

    /** The same request with what it leaves out written out, so that equal ones compare as equal. */
    SessionRequest withDefaults(String eventZone) {
        return new SessionRequest(
                titles,
                Objects.requireNonNullElse(descriptions, List.of()),
                start,
                end,
                Objects.requireNonNullElse(zone, eventZone),
                room,
                Objects.requireNonNullElse(speakers, List.of()));
    }
}
