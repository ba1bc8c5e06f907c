package ma.jazari.partnerships.convention;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.platform.json.JsonRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A party's yes to one text, named by its number and its digest. */
public record ApprovalRequest(
        @NotNull @Valid PartyRef party,
        @NotNull @Positive @Schema(examples = "2") Integer revision,
        @NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "must be a SHA-256 in lower-case hex") @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
                String digest)
        implements JsonRequest {}
