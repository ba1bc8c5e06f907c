package ma.jazari.events.session;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import ma.jazari.events.programevent.Description;
import ma.jazari.events.time.ZoneTimes;
import ma.jazari.platform.http.Localized;
import ma.jazari.platform.http.Versioned;
import ma.jazari.platform.text.LocalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A session as a caller sees it. */
@Schema(name = "Session")
public record SessionResponse(
        @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") String id,
        @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") String programEventId,
        List<LocalText> titles,
        @Schema(description = "The title in the caller's language", examples = "Séance d'ouverture")
                String displayTitle,
        List<Description> descriptions,
        @Schema(description = "Wall time in the zone", examples = "2026-01-12T09:30") String start,
        @Schema(description = "Wall time in the zone", examples = "2026-01-12T10:15") String end,
        @Schema(examples = "Africa/Casablanca") String zone,
        @Schema(description = "Derived from start and zone", examples = "2026-01-12T08:30:00Z") Instant startInstant,
        @Schema(description = "Derived from end and zone", examples = "2026-01-12T09:15:00Z") Instant endInstant,
        @Schema(examples = "Amphithéâtre 2") @Nullable String room,
        List<Speaker> speakers,
        @Schema(examples = "2") long version,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore @Schema(hidden = true) String displayLanguage)
        implements Versioned, Localized {

    /** The session as it is shown, its instants by the time rules of now. */
    static SessionResponse of(Session session, ZoneTimes zones, List<String> languages) {
        var written = session.written();
        var shown = LocalText.best(written.titles(), languages).orElseThrow();
        var zone = Objects.requireNonNull(written.zone(), "zone");
        return new SessionResponse(
                session.id(),
                session.eventId().toString(),
                written.titles(),
                shown.value(),
                Objects.requireNonNullElse(written.descriptions(), List.of()),
                written.start(),
                written.end(),
                zone,
                instant(written.start(), zone, zones),
                instant(written.end(), zone, zones),
                written.room(),
                Objects.requireNonNullElse(written.speakers(), List.of()),
                session.version(),
                session.createdAt(),
                session.updatedAt(),
                shown.lang());
    }

    private static Instant instant(String wall, String zone, ZoneTimes zones) {
        var time = LocalDateTime.parse(wall);
        return zones.instant(time, zone)
                .orElseGet(() -> zones.instant(zones.afterGap(time, zone), zone).orElseThrow());
    }

    @Override
    @JsonIgnore
    @Schema(hidden = true)
    public String contentLanguage() {
        return displayLanguage;
    }
}
