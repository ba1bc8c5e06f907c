package ma.jazari.events.programevent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.jazari.events.call.Call;
import ma.jazari.events.call.CallState;
import ma.jazari.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/** What is published of a program event once it is public: in the change log, the feed, on Kafka and in calendars. */
public record ProgramEventState(
        String id,
        ProgramEventType type,
        ProgramEventStatus status,
        @Nullable String statusReason,
        List<LocalText> titles,
        List<Description> descriptions,
        String start,
        String end,
        String zone,
        Instant startInstant,
        Instant endInstant,
        String tzdb,
        @Nullable String seriesId,
        Attendance attendance,
        @Nullable Venue venue,
        @Nullable String onlineUrl,
        List<String> hostInstituteIds,
        @Nullable String programmeId,
        List<String> conventionIds,
        List<String> languages,
        @Nullable RegistrationSettings registration,
        @Nullable Call call,
        boolean sample,
        int sequence,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** Where it stands, if it is a call that is on or over. One that was completed is closed, whatever became of its times. */
    public Optional<CallState> callState(Instant now) {
        if (type != ProgramEventType.CALL) {
            return Optional.empty();
        }
        return switch (status) {
            case PUBLISHED -> Optional.of(CallState.at(now, startInstant, endInstant));
            case COMPLETED -> Optional.of(CallState.CLOSED);
            case DRAFT, POSTPONED, CANCELLED -> Optional.empty();
        };
    }
}
