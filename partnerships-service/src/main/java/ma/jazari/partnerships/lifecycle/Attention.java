package ma.jazari.partnerships.lifecycle;

import ma.jazari.partnerships.agreement.PartyRef;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A party that is not as it was when the convention was made.
 *
 * @param reason its state now
 */
@Schema(name = "PartyAttention")
public record Attention(PartyRef party, @Schema(examples = "SUSPENDED") String reason) {}
