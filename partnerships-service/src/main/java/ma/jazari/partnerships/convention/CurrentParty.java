package ma.jazari.partnerships.convention;

import java.util.List;
import java.util.Map;
import ma.jazari.partnerships.agreement.Party;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.agreement.PartyRole;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An organisation's part in a convention, as it is shown: by the name that it was agreed under, and what it is now. */
@Schema(name = "CurrentParty")
public record CurrentParty(
        PartyRef party,
        @Schema(
                        description =
                                "Of an organisation that was merged: the one that it is now, which acts for the party."
                                        + " Text and digest name the old one",
                        examples = "j00000098")
                @Nullable String currentId,
        @Schema(examples = "[\"PARTY\", \"SIGNATORY\"]") List<PartyRole> roles,
        Party.@Nullable Signatory signatory) {

    /** @param current of those that were merged, by id, the organisation that each is now */
    static CurrentParty of(Party party, Map<String, String> current) {
        var reference = party.party();
        return new CurrentParty(reference, current.get(reference.id()), party.roles(), party.signatory());
    }
}
