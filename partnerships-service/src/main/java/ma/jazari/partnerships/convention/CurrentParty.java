package ma.jazari.partnerships.convention;

import java.util.List;
import java.util.Map;
import ma.jazari.partnerships.agreement.Party;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.agreement.PartyRole;
import ma.jazari.partnerships.agreement.PartyType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An organisation's part in a convention, as it is shown: by the name that it was agreed under, and what it is now. */
@Schema(name = "CurrentParty")
public record CurrentParty(
        PartyRef party,
        @Schema(
                        description =
                                "Of an institute that was merged: the institute that it is now, which acts for the party."
                                        + " Text and digest name the old one",
                        examples = "j00000098")
                @Nullable String currentId,
        @Schema(examples = "[\"PARTY\", \"SIGNATORY\"]") List<PartyRole> roles,
        Party.@Nullable Signatory signatory) {

    /** @param current of the institutes that were merged, by id, the institute that each is now */
    static CurrentParty of(Party party, Map<String, String> current) {
        var reference = party.party();
        var now = reference.type() == PartyType.INSTITUTE ? current.get(reference.id()) : null;
        return new CurrentParty(reference, now, party.roles(), party.signatory());
    }
}
