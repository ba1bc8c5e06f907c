package ma.jazari.partnerships.convention;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import ma.jazari.partnerships.agreement.LegalDates;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.lifecycle.ConventionStatus;
import ma.jazari.platform.json.Checked;
import ma.jazari.platform.problem.Violations;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A move of a convention through its states. */
@Schema(name = "ConventionTransition")
public record TransitionRequest(
        @NotNull @Schema(examples = "PROPOSED") ConventionStatus to,
        @Schema(description = "Why; required to reject", examples = "Version convenue le 12 janvier")
                @Nullable @Size(min = 1, max = 2000) String reason,
        @Schema(
                        type = SchemaType.OBJECT,
                        implementation = Object.class,
                        description =
                                "To counter a proposal: what changes of its text, as a JSON Merge Patch (RFC 7396)",
                        examples = "{\"effectiveTo\": \"2030-02-28\"}")
                @Nullable ObjectNode revision,
        @Schema(
                        description =
                                "For whom, of several that the caller acts for; the network administrator records by it what a party did elsewhere")
                @Nullable @Valid PartyRef onBehalfOf,
        @Schema(
                        description =
                                "With notice: the first day on which the convention is to be over; by default the earliest that the text allows",
                        examples = "2027-03-01")
                @Nullable LocalDate terminatesOn)
        implements Checked {

    @Override
    public void check(Violations violations) {
        if (to == ConventionStatus.REJECTED && reason == null) {
            violations.add("/reason", "is required: those who are rejected want to know why");
        }
        if (revision != null && to != ConventionStatus.PROPOSED) {
            violations.add("/revision", "goes with PROPOSED alone");
        }
        LegalDates.check(terminatesOn, "/terminatesOn", violations);
        if (terminatesOn != null && to != ConventionStatus.TERMINATION_NOTICED) {
            violations.add("/terminatesOn", "goes with TERMINATION_NOTICED alone");
        }
    }
}
