package ma.jazari.partnerships.lifecycle;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That a ceremony was held at which the convention was to be signed. It signs nothing: each signatory does that itself.
 *
 * @param programEventId the ceremony
 * @param on its day, where it was held
 */
@Schema(name = "SignatureProposal")
public record SignatureProposal(
        @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") String programEventId,
        @Schema(examples = "2026-01-12") LocalDate on) {}
