package ma.jazari.partnerships.convention;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import ma.jazari.partnerships.agreement.Agreement;
import ma.jazari.partnerships.agreement.AgreementRules;
import ma.jazari.partnerships.agreement.Contribution;
import ma.jazari.partnerships.agreement.ConventionDomain;
import ma.jazari.partnerships.agreement.ConventionKind;
import ma.jazari.partnerships.agreement.Obligation;
import ma.jazari.partnerships.agreement.Party;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.agreement.Renewal;
import ma.jazari.partnerships.agreement.Term;
import ma.jazari.platform.json.Checked;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.text.LocalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client writes of a convention; also what a merge patch is applied to. */
public record ConventionRequest(
        @NotEmpty @Size(max = 20) List<@NotNull @Valid LocalText> titles,
        @NotNull @Schema(examples = "FRAMEWORK") ConventionKind kind,
        @NotEmpty @Size(max = 4) @Schema(examples = "[\"RESEARCH\", \"TRAINING\"]")
                List<@NotNull ConventionDomain> domains,
        @Nullable @Valid @Schema(description = "The party that moves it; by default the one that the caller acts for")
                PartyRef ownerParty,
        @NotEmpty @Size(max = 100) List<@NotNull @Valid Party> parties,
        @Nullable @Schema(examples = "2026-03-01") LocalDate effectiveFrom,
        @Nullable @Schema(examples = "2029-02-28") LocalDate effectiveTo,
        @Nullable @Valid Renewal renewal,
        @Nullable @Size(max = 500) List<@NotNull @Valid Term> terms,
        @Nullable @Size(max = 200) List<@NotNull @Valid Contribution> contributions,
        @Nullable @Size(max = 200) List<@NotNull @Valid Obligation> obligations,
        @Nullable @Size(max = 50) @Schema(
                        description =
                                "The digests of the attachments that are part of the text; an annex that is uploaded to a draft is added by itself",
                        examples = "[\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"]")
                List<@NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "must be a SHA-256 in lower-case hex") String>
                        annexes,
        @Nullable @Size(max = 100) @Schema(description = "Never published, and not part of the digest")
                List<@NotNull @Valid ConventionContact> contacts,
        @Schema(description = "Whether this is sample data, not a real convention", defaultValue = "false") @Nullable Boolean sample)
        implements Checked {

    @Override
    public void check(Violations violations) {
        var agreement = asGiven();
        AgreementRules.check(agreement, violations);
        AgreementRules.among(
                agreement.organisations(), contactsOrNone(), ConventionContact::party, "/contacts", violations);
        if (ownerParty != null && !agreement.organisations().contains(ownerParty)) {
            violations.add("/ownerParty", "must be one of the parties");
        }
    }

    /** What a client would have written of a convention with this text and these contacts. */
    static ConventionRequest of(StoredConvention convention, Agreement text, List<ConventionContact> contacts) {
        return new ConventionRequest(
                text.titles(),
                text.kind(),
                text.domains(),
                convention.owner(),
                text.parties(),
                text.effectiveFrom(),
                text.effectiveTo(),
                text.renewal(),
                text.terms(),
                text.contributions(),
                text.obligations(),
                text.annexes(),
                contacts,
                convention.sample());
    }

    /** What the parties would agree on. */
    Agreement agreement() {
        return asGiven().normal();
    }

    /** The same request as it would be read back. */
    ConventionRequest normal() {
        var agreement = agreement();
        return new ConventionRequest(
                titles,
                kind,
                domains,
                ownerParty,
                parties,
                effectiveFrom,
                effectiveTo,
                renewal,
                agreement.terms(),
                agreement.contributions(),
                agreement.obligations(),
                agreement.annexes(),
                contactsOrNone(),
                forSample());
    }

    /** What would be read back if the contacts were those of the other. */
    ConventionRequest withContactsOf(ConventionRequest other) {
        var normal = normal();
        return new ConventionRequest(
                normal.titles,
                normal.kind,
                normal.domains,
                normal.ownerParty,
                normal.parties,
                normal.effectiveFrom,
                normal.effectiveTo,
                normal.renewal,
                normal.terms,
                normal.contributions,
                normal.obligations,
                normal.annexes,
                other.contacts,
                normal.sample);
    }

    List<ConventionContact> contactsOrNone() {
        return Objects.requireNonNullElse(contacts, List.of());
    }

    boolean forSample() {
        return Boolean.TRUE.equals(sample);
    }

    private Agreement asGiven() {
        return Agreement.of(
                titles,
                kind,
                domains,
                parties,
                effectiveFrom,
                effectiveTo,
                renewal,
                terms,
                contributions,
                obligations,
                annexes);
    }
}
