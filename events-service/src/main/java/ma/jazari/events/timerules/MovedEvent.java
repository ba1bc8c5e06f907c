package ma.jazari.events.timerules;

import java.time.Instant;
import java.util.List;
import ma.jazari.events.programevent.DerivedTimes.Derived;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.programevent.ProgramEventStatus;
import ma.jazari.platform.text.LocalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A program event whose stored instants are not those that the time zone rules of now make of its wall times. */
@Schema(name = "MovedProgramEvent")
public record MovedEvent(
        @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") String id,
        ProgramEventStatus status,
        List<LocalText> titles,
        @Schema(examples = "Africa/Casablanca") String zone,
        @Schema(description = "By the rules that it was written by") Times before,
        @Schema(description = "By the rules of now; the same as before where only sessions move") Times after,
        @Schema(description = "How many of its sessions move", examples = "3") long sessions,
        @Schema(description = "Of the record; the new one where the rules were applied", examples = "4") long version) {

    /** When it is held. */
    @Schema(name = "MovedProgramEventTimes")
    public record Times(
            @Schema(
                            description =
                                    "Wall time; another one after than before where the clocks have come to jump over it",
                            examples = "2026-11-22T10:00")
                    String start,
            @Schema(examples = "2026-11-22T12:00") String end,
            @Schema(examples = "2026-11-22T09:00:00Z") Instant startInstant,
            @Schema(examples = "2026-11-22T11:00:00Z") Instant endInstant,
            @Schema(description = "The version of the time zone database", examples = "2026a") String tzdb) {

        private static Times of(ma.jazari.events.programevent.Schedule schedule) {
            return new Times(
                    schedule.start(), schedule.end(), schedule.startInstant(), schedule.endInstant(), schedule.tzdb());
        }
    }

    static MovedEvent of(Derived derived, long sessions, ProgramEventState state) {
        return new MovedEvent(
                state.id(),
                state.status(),
                state.titles(),
                state.zone(),
                Times.of(derived.stored()),
                Times.of(derived.isMoved() ? derived.now() : derived.stored()),
                sessions,
                state.version());
    }
}
