package ma.jazari.events.programme;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import ma.jazari.events.figure.Indicator;
import ma.jazari.platform.http.Localized;
import ma.jazari.platform.http.Versioned;
import ma.jazari.platform.text.LocalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A programme as a caller sees it. */
@Schema(name = "Programme")
public record ProgrammeResponse(
        @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") String id,
        @Schema(examples = "MAROC-IA-2030") String code,
        ProgrammeStatus status,
        @Schema(description = "Why it was closed or opened again", examples = "The final figures are in") @Nullable String statusReason,
        List<LocalText> titles,
        @Schema(description = "The title in the caller's language", examples = "Maroc IA 2030") String displayTitle,
        @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") @Nullable String parentId,
        @Schema(examples = "j00000098") @Nullable String leadInstituteId,
        @Schema(examples = "2026-01-12") LocalDate from,
        @Schema(examples = "2030-12-31") @Nullable LocalDate to,
        List<Indicator> indicators,
        @Schema(description = "Whether this is sample data") boolean sample,
        @Schema(description = "The moves that are open to the caller", examples = "[\"CLOSED\"]")
                List<ProgrammeStatus> availableTransitions,
        @Schema(examples = "4") long version,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore @Schema(hidden = true) String displayLanguage)
        implements Versioned, Localized {

    static ProgrammeResponse of(
            ProgrammeState state, List<ProgrammeStatus> availableTransitions, List<String> languages) {
        var shown = LocalText.best(state.titles(), languages).orElseThrow();
        return new ProgrammeResponse(
                state.id(),
                state.code(),
                state.status(),
                state.statusReason(),
                state.titles(),
                shown.value(),
                state.parentId(),
                state.leadInstituteId(),
                state.from(),
                state.to(),
                state.indicators(),
                state.sample(),
                availableTransitions,
                state.version(),
                state.createdAt(),
                state.updatedAt(),
                shown.lang());
    }

    @Override
    @JsonIgnore
    @Schema(hidden = true)
    public String contentLanguage() {
        return displayLanguage;
    }
}
