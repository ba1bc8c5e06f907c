package ma.jazari.events.session;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import ma.jazari.events.programevent.Description;
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
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
                @Schema(description = "For If-Match; absent with asOf", examples = "2")
                long version,
        @Schema(description = "Absent with asOf") @Nullable Instant createdAt,
        @Schema(description = "Absent with asOf") @Nullable Instant updatedAt,
        @JsonIgnore @Schema(hidden = true) String displayLanguage)
        implements Versioned, Localized {

    static SessionResponse of(AgendaItem session, List<String> languages) {
        var shown = LocalText.best(session.titles(), languages).orElseThrow();
        return new SessionResponse(
                session.id(),
                session.programEventId(),
                session.titles(),
                shown.value(),
                session.descriptions(),
                session.written().start(),
                session.written().end(),
                session.zone(),
                session.start(),
                session.end(),
                session.written().room(),
                session.speakers(),
                session.version(),
                session.createdAt(),
                session.updatedAt(),
                shown.lang());
    }

    @Override
    @JsonIgnore
    @Schema(hidden = true)
    public String contentLanguage() {
        return displayLanguage;
    }
}
