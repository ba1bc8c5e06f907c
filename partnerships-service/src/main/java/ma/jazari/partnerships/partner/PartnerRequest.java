package ma.jazari.partnerships.partner;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Objects;
import ma.jazari.partnerships.provenance.PartnerFields;
import ma.jazari.platform.json.Checked;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.record.Contact;
import ma.jazari.platform.record.ExternalId;
import ma.jazari.platform.record.ExternalIds;
import ma.jazari.platform.record.Link;
import ma.jazari.platform.record.Location;
import ma.jazari.platform.record.Name;
import ma.jazari.platform.record.Names;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client writes of a partner; also what a merge patch is applied to. */
public record PartnerRequest(
        @NotNull @Schema(examples = "UNIVERSITY") PartnerType type,
        @NotEmpty @Size(max = 100) List<@NotNull @Valid Name> names,
        @NotNull @Schema(description = "ISO 3166-1 alpha-2", examples = "MA") String country,
        @Nullable @Valid Location location,
        @Nullable @Size(max = 50) List<@NotNull @Valid Link> links,
        @Nullable @Size(max = 20) @Schema(examples = "[\"example.org\"]")
                List<
                                @NotNull @Pattern(
                                        regexp = "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.){1,8}[a-z]{2,63}",
                                        message = "must be a domain name in lower case, such as example.org")
                                String>
                        domains,
        @Nullable @Size(max = 100) List<@NotNull @Valid ExternalId> externalIds,
        @Nullable @Size(max = 20) List<@NotNull @Valid Contact> contacts,
        @Schema(
                        description = "Whether this is sample data, not an entry that someone vouches for",
                        defaultValue = "false")
                @Nullable Boolean sample)
        implements Checked {

    /** A list or a flag that is absent is empty: a patch that takes away what is not there changes nothing. */
    public PartnerRequest {
        links = Objects.requireNonNullElse(links, List.of());
        domains = Objects.requireNonNullElse(domains, List.of());
        externalIds = Objects.requireNonNullElse(externalIds, List.of());
        contacts = Objects.requireNonNullElse(contacts, List.of());
        sample = Boolean.TRUE.equals(sample);
    }

    /** What is written of a partner with these fields. */
    public static PartnerRequest of(PartnerFields fields, List<Contact> contacts, boolean sample) {
        return new PartnerRequest(
                fields.type(),
                fields.names(),
                fields.country(),
                fields.location(),
                fields.links(),
                fields.domains(),
                fields.externalIds(),
                contacts,
                sample);
    }

    /** The same, but for what it is known by. */
    public PartnerRequest knownBy(
            List<Name> otherNames,
            List<Link> otherLinks,
            List<String> otherDomains,
            List<ExternalId> otherExternalIds) {
        return new PartnerRequest(
                type, otherNames, country, location, otherLinks, otherDomains, otherExternalIds, contacts, sample);
    }

    @Override
    public void check(Violations violations) {
        Names.checkShown(names, violations);
        if (!Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2).contains(country)) {
            violations.add("/country", "must be a country's code of ISO 3166-1 alpha-2, such as MA");
        }
        if (externalIds != null) {
            ExternalIds.check(externalIds, violations);
        }
    }
}
