package ma.jazari.institutes.relationship;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.json.Checked;
import ma.jazari.platform.problem.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client writes of a relationship. */
public record RelationshipRequest(
        @NotNull @Schema(description = "What the other institute is to this one", examples = "FEDERATED_WITH")
                RelationshipType type,
        @NotNull @Schema(description = "The other institute", examples = "j4k7xq236") String id,
        @Schema(description = "Its first day; absent for since always", examples = "2026-03-01") @Nullable LocalDate validFrom,
        @Schema(description = "Its last day; absent for no end", examples = "2029-02-28") @Nullable LocalDate validTo)
        implements Checked {

    @Override
    public void check(Violations violations) {
        if (!PublicId.isWellFormed(Institute.ID_PREFIX, id)) {
            violations.add("/id", "is not an id of an institute: look for a typing error");
        }
        checkDay("/validFrom", validFrom, violations);
        checkDay("/validTo", validTo, violations);
        if (!validity().isInOrder()) {
            violations.add("/validTo", "must not be before validFrom");
        }
    }

    /** Days that calendars and databases agree on. */
    private static void checkDay(String pointer, @Nullable LocalDate day, Violations violations) {
        if (day != null && (day.getYear() < 1000 || day.getYear() > 9999)) {
            violations.add(pointer, "must be a date from 1000-01-01 to 9999-12-31");
        }
    }

    Validity validity() {
        return new Validity(validFrom, validTo);
    }
}
