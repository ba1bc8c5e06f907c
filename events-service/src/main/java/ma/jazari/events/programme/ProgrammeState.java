package ma.jazari.events.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ma.jazari.events.figure.Indicator;
import ma.jazari.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/** What is published of a programme once it is public: in the change log, the feed and on Kafka. */
public record ProgrammeState(
        String id,
        String code,
        ProgrammeStatus status,
        @Nullable String statusReason,
        List<LocalText> titles,
        @Nullable String parentId,
        @Nullable String leadInstituteId,
        LocalDate from,
        @Nullable LocalDate to,
        List<Indicator> indicators,
        boolean sample,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    public Optional<Indicator> indicator(String key) {
        return indicators.stream()
                .filter(indicator -> indicator.key().equals(key))
                .findFirst();
    }
}
