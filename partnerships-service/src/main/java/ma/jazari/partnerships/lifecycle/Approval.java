package ma.jazari.partnerships.lifecycle;

import java.time.Instant;
import ma.jazari.partnerships.agreement.PartyRef;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A party's yes to one text, named by its digest.
 *
 * @param by who gave it; for the parties alone
 * @param recorded true where the network administrator recorded it on the party's behalf
 */
@Schema(name = "ConventionApproval")
public record Approval(
        PartyRef party,
        @Schema(examples = "2") int revision,
        @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08") String digest,
        Instant at,
        @Schema(description = "Who gave it; for the parties alone") @Nullable Who by,
        @Schema(description = "True where the network administrator recorded it on the party's behalf") @Nullable Boolean recorded) {

    static Approval of(Text text, Act act) {
        return new Approval(
                act.onBehalfOf(),
                text.revision(),
                text.digest(),
                act.at(),
                act.by(),
                act.recorded() ? Boolean.TRUE : null);
    }

    /** The approval without the person who gave it. */
    public Approval withoutPerson() {
        return new Approval(party, revision, digest, at, null, recorded);
    }
}
