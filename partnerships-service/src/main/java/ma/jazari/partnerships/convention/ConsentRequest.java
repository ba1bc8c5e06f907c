package ma.jazari.partnerships.convention;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.lifecycle.Consent;
import ma.jazari.platform.json.JsonRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A party's word for something that takes the word of all. */
@Schema(name = "ConsentRequest")
public record ConsentRequest(
        @NotNull @Schema(examples = "RENEWAL") Consent.To to,
        @Schema(description = "Of several that the caller acts for, which") @Nullable @Valid PartyRef party,
        @Schema(examples = "Le programme continue") @Nullable @Size(min = 1, max = 2000) String reason)
        implements JsonRequest {}
