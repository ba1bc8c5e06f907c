package ma.jazari.partnerships.deadline;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import ma.jazari.partnerships.agreement.LegalDates;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.lifecycle.DeadlineKind;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.Violations;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the list of deadlines can be asked for. */
public class DeadlineQuery extends ListQuery {

    @QueryParam("from")
    @Parameter(
            description = "The first day; by default all that is overdue is there, too",
            schema = @Schema(type = SchemaType.STRING, format = "date", examples = "2026-12-01"))
    public @Nullable String from;

    @QueryParam("to")
    @Parameter(
            description = "The last day",
            schema = @Schema(type = SchemaType.STRING, format = "date", examples = "2027-03-01"))
    public @Nullable String to;

    @QueryParam("kind")
    @Parameter(description = "EFFECTIVE, OBLIGATION, NOTICE, RENEWAL, EXPIRY, TERMINATION; comma for OR")
    public @Nullable String kind;

    @QueryParam("party")
    @Parameter(description = "Ids of institutes and partners that are party to the convention; comma for OR")
    public @Nullable String party;

    @QueryParam("convention")
    @Parameter(description = "The id of a convention")
    public @Nullable String convention;

    @Nullable LocalDate firstDay() {
        return day("from", from);
    }

    @Nullable LocalDate lastDay() {
        return day("to", to);
    }

    private static @Nullable LocalDate day(String name, @Nullable String text) {
        try {
            var day = text == null ? null : LocalDate.parse(text);
            var violations = new Violations();
            LegalDates.check(day, name, violations);
            violations.throwIfAny();
            return day;
        } catch (DateTimeException e) {
            throw Problem.invalid(name, "must be a date such as 2026-12-01");
        }
    }

    List<String> kinds() {
        return ListQuery.anyOf("kind", kind, DeadlineKind.class).stream()
                .map(Enum::name)
                .toList();
    }

    List<String> parties() {
        return ListQuery.anyOf(party).stream()
                .map(id -> PartyRef.ofId(id)
                        .map(PartyRef::id)
                        .orElseThrow(() ->
                                Problem.invalid("party", "\"" + id + "\" is not an id of an institute or a partner")))
                .toList();
    }

    @Nullable String conventionId() {
        return convention == null ? null : Uuids.checked(convention).toString();
    }
}
