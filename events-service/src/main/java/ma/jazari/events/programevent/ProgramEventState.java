package ma.jazari.events.programevent;

import java.time.Instant;
import java.util.List;
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
        boolean sample,
        int sequence,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
