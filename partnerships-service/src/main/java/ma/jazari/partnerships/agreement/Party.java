package ma.jazari.partnerships.agreement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import ma.jazari.platform.text.Line;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An organisation's part in a convention. */
@Schema(name = "ConventionParty")
public record Party(
        @NotNull @Valid PartyRef party,
        @NotEmpty @Size(max = 4) @Schema(examples = "[\"PARTY\", \"SIGNATORY\"]") List<@NotNull PartyRole> roles,
        @Nullable @Valid Signatory signatory) {

    public boolean has(PartyRole role) {
        return roles.contains(role);
    }

    /** Whether it must agree before the convention can be signed: witnesses and funders need not. */
    public boolean mustApprove() {
        return has(PartyRole.PARTY) || has(PartyRole.SIGNATORY);
    }

    /** The person who signs for the organisation. */
    public record Signatory(
            @NotNull @Line(max = 200) @Schema(examples = "Amina Alaoui") String name,
            @Nullable @Line(max = 200) @Schema(examples = "Directrice") String title) {}
}
