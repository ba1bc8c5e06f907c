package ma.jazari.events.programevent;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import ma.jazari.events.call.Call;
import ma.jazari.events.call.CallState;
import ma.jazari.platform.http.Localized;
import ma.jazari.platform.http.Versioned;
import ma.jazari.platform.text.LocalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A program event as a caller sees it. */
@Schema(name = "ProgramEvent")
public record ProgramEventResponse(
        @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") String id,
        ProgramEventType type,
        ProgramEventStatus status,
        @Schema(description = "Why it is postponed or cancelled", examples = "The venue is not available") @Nullable String statusReason,
        List<LocalText> titles,
        @Schema(
                        description = "The title in the caller's language",
                        examples = "AI Made in Morocco : l'IA au coeur de la transformation numérique")
                String displayTitle,
        List<Description> descriptions,
        @Schema(description = "Wall time in the zone", examples = "2026-01-12T09:00") String start,
        @Schema(description = "Wall time in the zone", examples = "2026-01-12T18:00") String end,
        @Schema(examples = "Africa/Casablanca") String zone,
        @Schema(description = "Derived from start and zone", examples = "2026-01-12T08:00:00Z") Instant startInstant,
        @Schema(description = "Derived from end and zone", examples = "2026-01-12T17:00:00Z") Instant endInstant,
        @Schema(
                        description = "The version of the time zone database that the instants were derived by",
                        examples = "2026c")
                String tzdb,
        @Schema(
                        description = "What the events of a series have in common",
                        examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f")
                @Nullable String seriesId,
        Attendance attendance,
        @Nullable Venue venue,
        @Schema(examples = "https://example.org/live") @Nullable String onlineUrl,
        @Schema(examples = "[\"j00000098\"]") List<String> hostInstituteIds,
        @Schema(
                        description =
                                "Where a host was merged: the hosts as they are now, each once; they hold the event",
                        examples = "[\"j00000098\"]")
                @Nullable List<String> currentHostInstituteIds,
        @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") @Nullable String programmeId,
        List<String> conventionIds,
        @Schema(description = "Spoken there", examples = "[\"fr\", \"ar\"]") List<String> languages,
        @Nullable RegistrationSettings registration,
        @Schema(description = "Present in a CALL") @Nullable Call call,
        @Schema(
                        description =
                                "Where a call stands by the clock: OPEN from start on, CLOSED from end on, that instant included."
                                        + " Absent where it is not published, postponed or cancelled, and in what is read of the past")
                @Nullable CallState callState,
        @Schema(description = "Absent where nobody registers, and in what is read of the past") @Nullable Places places,
        @Schema(description = "Whether this is sample data, not a real event") boolean sample,
        @Schema(description = "Rises with every change of time, place or status after publication", examples = "2")
                int sequence,
        @Schema(description = "The moves that are open to the caller", examples = "[\"POSTPONED\", \"CANCELLED\"]")
                List<ProgramEventStatus> availableTransitions,
        @Schema(examples = "4") long version,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore @Schema(hidden = true) String displayLanguage)
        implements Versioned, Localized {

    /**
     * What is shown of a program event besides its state.
     *
     * @param availableTransitions for the caller
     * @param successors of the hosts that were merged, by id, the institute that each is now
     * @param places null where nobody registers
     */
    record Present(
            List<ProgramEventStatus> availableTransitions,
            Map<String, String> successors,
            @Nullable Places places,
            @Nullable CallState callState) {

        /** Of the past nothing of it is known. */
        static final Present NONE = new Present(List.of(), Map.of(), null, null);
    }

    /** The program event's state as it is shown. */
    static ProgramEventResponse of(ProgramEventState state, Present present, List<String> languages) {
        var shown = LocalText.best(state.titles(), languages).orElseThrow();
        return new ProgramEventResponse(
                state.id(),
                state.type(),
                state.status(),
                state.statusReason(),
                state.titles(),
                shown.value(),
                state.descriptions(),
                state.start(),
                state.end(),
                state.zone(),
                state.startInstant(),
                state.endInstant(),
                state.tzdb(),
                state.seriesId(),
                state.attendance(),
                state.venue(),
                state.onlineUrl(),
                state.hostInstituteIds(),
                current(state.hostInstituteIds(), present.successors()),
                state.programmeId(),
                state.conventionIds(),
                state.languages(),
                state.registration(),
                state.call(),
                present.callState(),
                present.places(),
                state.sample(),
                state.sequence(),
                present.availableTransitions(),
                state.version(),
                state.createdAt(),
                state.updatedAt(),
                shown.lang());
    }

    private static @Nullable List<String> current(List<String> hosts, Map<String, String> successors) {
        return hosts.stream().anyMatch(successors::containsKey)
                ? hosts.stream()
                        .map(id -> successors.getOrDefault(id, id))
                        .distinct()
                        .toList()
                : null;
    }

    @Override
    @JsonIgnore
    @Schema(hidden = true)
    public String contentLanguage() {
        return displayLanguage;
    }
}
