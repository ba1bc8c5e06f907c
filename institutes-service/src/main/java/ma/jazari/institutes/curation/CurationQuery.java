package ma.jazari.institutes.curation;

import jakarta.ws.rs.QueryParam;
import java.util.regex.Pattern;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a curation list can be asked for. */
public class CurationQuery extends ListQuery {

    static final int YEAR = 365;

    private static final Pattern DAYS = Pattern.compile("[1-9][0-9]{0,3}");
    private static final int MAX_DAYS = 3650;

    @QueryParam("days")
    @Parameter(
            description = "Of the list stale: for how many days nobody has touched the record",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "3650", defaultValue = "365"))
    public @Nullable String days;

    /** How old what is on the list must be, in days. @throws Problem 400 for a list that does not ask */
    int days(CurationList list) {
        if (days == null) {
            return list == CurationList.STALE ? YEAR : 0;
        }
        if (list != CurationList.STALE) {
            throw Problem.invalid("days", "belongs to the list stale alone");
        }
        if (!DAYS.matcher(days).matches() || Integer.parseInt(days) > MAX_DAYS) {
            throw Problem.invalid("days", "must be a whole number from 1 to " + MAX_DAYS);
        }
        return Integer.parseInt(days);
    }
}
