package ma.jazari.events.programevent;

import java.util.List;
import java.util.Objects;
import ma.jazari.events.call.Call;
import ma.jazari.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/** What of a program event is stored as one document: it is read and written whole, never filtered by. */
record ProgramEventDetails(
        List<LocalText> titles,
        List<Description> descriptions,
        @Nullable Venue venue,
        @Nullable String onlineUrl,
        @Nullable String programmeId,
        List<String> conventionIds,
        @Nullable RegistrationSettings registration,
        @Nullable Call call) {

    static ProgramEventDetails of(ProgramEventRequest request) {
        return new ProgramEventDetails(
                request.titles(),
                Objects.requireNonNullElse(request.descriptions(), List.of()),
                request.venue(),
                request.onlineUrl(),
                request.programmeId(),
                Objects.requireNonNullElse(request.conventionIds(), List.of()),
                request.registration() == null ? null : request.registration().withDefaults(),
                request.call());
    }
}
