package ma.jazari.events.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.programevent.ProgramEventStatus;
import org.jspecify.annotations.Nullable;

/** How one answers a call, from its opening to its deadline. */
record LinkedAction(@JsonProperty("@type") String type, String target, String startTime, String endTime) {

    /** Null where there is no call, or it is not on. */
    static @Nullable LinkedAction of(ProgramEventState event, Linking linking) {
        return event.call() == null || event.status() != ProgramEventStatus.PUBLISHED
                ? null
                : new LinkedAction(
                        "ApplyAction",
                        event.call().submissionUrl(),
                        linking.wallTime(event.start(), event.zone()),
                        linking.wallTime(event.end(), event.zone()));
    }
}
