package ma.jazari.partnerships.obligation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import ma.jazari.partnerships.agreement.LegalDates;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.lifecycle.ObligationFact.Evidence;
import ma.jazari.platform.json.Checked;
import ma.jazari.platform.problem.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What becomes of an obligation: its party fulfils it, with evidence, or another party waives it, with a reason. */
@Schema(name = "ObligationTransition")
public record ObligationTransitionRequest(
        @NotNull @Schema(examples = "FULFILLED") To to,
        @Schema(description = "What shows it; at least one of its parts is required to fulfil") @Nullable @Valid GivenEvidence evidence,
        @Schema(description = "The day of the fulfilment; today by default", examples = "2026-12-01") @Nullable LocalDate on,
        @Schema(description = "Why; required to waive", examples = "Le laboratoire est hébergé ailleurs")
                @Nullable @Size(min = 1, max = 2000) String reason,
        @Schema(description = "For whom, of several that the caller acts for") @Nullable @Valid PartyRef onBehalfOf)
        implements Checked {

    /** What a party does with an obligation. Lapse comes by itself. */
    @Schema(name = "ObligationMove")
    public enum To {
        FULFILLED,
        WAIVED
    }

    /** What shows that an obligation is fulfilled. */
    @Schema(name = "GivenObligationEvidence")
    public record GivenEvidence(
            @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") @Nullable String attachmentId,
            @Nullable @Size(max = 2000) @Pattern(regexp = "https?://.+", message = "must be a web address") @Schema(examples = "https://example.org/report.pdf")
                    String url,
            @Nullable @Size(min = 1, max = 2000) String note) {

        Evidence kept() {
            return new Evidence(attachmentId, url, note);
        }

        private boolean isEmpty() {
            return attachmentId == null && url == null && note == null;
        }
    }

    @Override
    public void check(Violations violations) {
        LegalDates.check(on, "/on", violations);
        if (to == To.FULFILLED && (evidence == null || evidence.isEmpty())) {
            violations.add("/evidence", "is required: an attachment, a web address or a note");
        }
        if (to == To.WAIVED && reason == null) {
            violations.add("/reason", "is required to waive what is owed");
        }
        if (to == To.WAIVED && (evidence != null || on != null)) {
            violations.add(evidence != null ? "/evidence" : "/on", "goes with FULFILLED alone");
        }
    }
}
