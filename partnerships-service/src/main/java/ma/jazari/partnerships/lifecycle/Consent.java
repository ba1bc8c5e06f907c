package ma.jazari.partnerships.lifecycle;

import java.time.Instant;
import ma.jazari.partnerships.agreement.PartyRef;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A party's word for something that takes the word of all. */
@Schema(name = "PartyConsent")
public record Consent(To to, PartyRef party, Instant at, Who by, @Nullable String reason) {

    /** What all parties must want. */
    @Schema(name = "ConsentTo")
    public enum To {
        TERMINATION,
        RENEWAL
    }
}
