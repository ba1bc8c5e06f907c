package ma.jazari.events.programevent;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import ma.jazari.events.call.Call;
import ma.jazari.events.time.ZoneTimes;
import ma.jazari.platform.json.Checked;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.text.LocalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client writes of a program event; also what a merge patch is applied to. */
public record ProgramEventRequest(
        @NotNull @Schema(examples = "NATIONAL_DAY") ProgramEventType type,
        @NotEmpty @Size(max = 50) List<@NotNull @Valid LocalText> titles,
        @Nullable @Size(max = 50) List<@NotNull @Valid Description> descriptions,
        @NotNull @Pattern(regexp = WALL_TIME, message = WALL_TIME_HINT) @Schema(description = "Wall time in the zone", examples = "2026-01-12T09:00")
                String start,
        @NotNull @Pattern(regexp = WALL_TIME, message = WALL_TIME_HINT) @Schema(description = "Wall time in the zone, after start", examples = "2026-01-12T18:00")
                String end,
        @Nullable @Size(max = 60) @Schema(
                        description = "A zone of the IANA time zone database",
                        examples = "Africa/Casablanca",
                        defaultValue = ZoneTimes.MOROCCO)
                String zone,
        @NotNull @Schema(examples = "ON_SITE") Attendance attendance,
        @Schema(description = "Required unless attendance is ONLINE") @Nullable @Valid Venue venue,
        @Nullable @Size(max = 2000) @Pattern(regexp = "https?://[^\\s/]+(/\\S*)?", message = "must be an http or https URL")
                @Schema(
                        description = "Required unless attendance is ON_SITE, by the time it is published",
                        examples = "https://example.org/live")
                String onlineUrl,
        @NotEmpty @Size(max = 50) @Schema(
                        description = "The institutes that hold it; all of them active when it is published",
                        examples = "[\"j00000098\"]")
                List<@NotNull String> hostInstituteIds,
        @Nullable @Pattern(regexp = UUID, message = UUID_HINT) @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f")
                String programmeId,
        @Nullable @Size(max = 200) @Schema(description = "What a signature ceremony is to sign, or what the event is held under")
                List<@NotNull @Pattern(regexp = UUID, message = UUID_HINT) String> conventionIds,
        @Nullable @Size(max = 20) @Schema(description = "Spoken there", examples = "[\"fr\", \"ar\"]")
                List<
                                @NotNull @Pattern(
                                        regexp = LocalText.LANGUAGE_TAG,
                                        message = "must be a BCP 47 language tag such as fr, ar, en or zgh")
                                @Size(max = 35) String>
                        languages,
        @Schema(description = "Absent where nobody registers") @Nullable @Valid RegistrationSettings registration,
        @Schema(description = "Of a CALL alone, and required by the time it is published") @Nullable @Valid Call call,
        @Schema(description = "Whether this is sample data, not a real event", defaultValue = "false") @Nullable Boolean sample)
        implements Checked {

    private static final String WALL_TIME = "(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}";
    private static final String WALL_TIME_HINT =
            "must be a local wall time such as 2026-01-12T09:00, without seconds and offset";
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final String UUID_HINT = "must be a UUID in lower case";

    @Override
    public void check(Violations violations) {
        new RequestRules(this, violations).check();
    }

    /** The zone, Morocco's unless another one is named. */
    String zoneOrDefault() {
        return Objects.requireNonNullElse(zone, ZoneTimes.MOROCCO);
    }

    /** The same event at another time; when one registers for it moves along. */
    ProgramEventRequest at(String otherStart, String otherEnd) {
        var by = Duration.between(LocalDateTime.parse(start), LocalDateTime.parse(otherStart));
        return new ProgramEventRequest(
                type,
                titles,
                descriptions,
                otherStart,
                otherEnd,
                zone,
                attendance,
                venue,
                onlineUrl,
                hostInstituteIds,
                programmeId,
                conventionIds,
                languages,
                registration == null ? null : registration.moved(by),
                call,
                sample);
    }

    /** The same request with what it leaves out written out, so that equal ones compare as equal. */
    ProgramEventRequest withDefaults() {
        return new ProgramEventRequest(
                type,
                titles,
                Objects.requireNonNullElse(descriptions, List.of()),
                start,
                end,
                zoneOrDefault(),
                attendance,
                venue,
                onlineUrl,
                hostInstituteIds,
                programmeId,
                Objects.requireNonNullElse(conventionIds, List.of()),
                Objects.requireNonNullElse(languages, List.of()),
                registration == null ? null : registration.withDefaults(),
                call,
                Boolean.TRUE.equals(sample));
    }
}
