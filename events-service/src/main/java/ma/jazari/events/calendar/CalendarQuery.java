package ma.jazari.events.calendar;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a feed for calendar programs can be narrowed and widened by. */
public class CalendarQuery extends FeedQuery {

    static final String DETAIL = "`sessions` for a VEVENT of each session, too, besides its event's";

    @QueryParam(Detail.PARAMETER)
    @Parameter(
            description = DETAIL,
            schema =
                    @Schema(
                            enumeration = {"events", "sessions"},
                            defaultValue = "events"))
    public @Nullable String detail;

    Detail detail() {
        return Detail.of(detail);
    }

    @Override
    String at(String path) {
        var narrowed = super.at(path);
        return detail == null
                ? narrowed
                : narrowed + (narrowed.equals(path) ? "?" : "&") + pair(Detail.PARAMETER, detail);
    }
}
