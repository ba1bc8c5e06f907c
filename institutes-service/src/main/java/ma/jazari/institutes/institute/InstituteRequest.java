package ma.jazari.institutes.institute;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import ma.jazari.platform.id.PublicId;
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

/** What a client writes of an institute; also what a merge patch is applied to. */
public record InstituteRequest(
        @NotNull @Schema(examples = "INSTITUTE") InstituteKind kind,
        @NotEmpty @Size(max = 100) List<@NotNull @Valid Name> names,
        @NotEmpty @Size(max = 3) @Schema(examples = "[\"RESEARCH\", \"TRAINING\"]") List<@NotNull Mission> missions,
        @Nullable @Size(max = 50) @Schema(examples = "[\"health\", \"arabic-nlp\"]")
                List<
                                @NotNull @Pattern(
                                        regexp = "[a-z0-9]+(-[a-z0-9]+){0,9}",
                                        message = "must be a term such as arabic-nlp: lower-case words with hyphens")
                                @Size(max = 60) String>
                        focusAreas,
        @Schema(
                        description = "The institute it belongs to; an INSTITUTE without one belongs to ROOT",
                        examples = "j00000098")
                @Nullable String parentId,
        @NotNull @Pattern(
                        regexp = "MA-(0[1-9]|1[0-2])",
                        message = "must be one of the twelve regions, MA-01 to MA-12 (ISO 3166-2:MA)")
                @Schema(examples = "MA-03")
                String region,
        @Nullable @Valid Location location,
        @Nullable @Schema(examples = "p5m2c0066") String hostPartnerId,
        @Nullable @Schema(examples = "2026-03-01") LocalDate established,
        @Nullable @Size(max = 50) List<@NotNull @Valid Link> links,
        @Nullable @Size(max = 20) @Schema(examples = "[\"example.org\"]")
                List<
                                @NotNull @Pattern(
                                        regexp = "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.){1,8}[a-z]{2,63}",
                                        message = "must be a domain name in lower case, such as example.org")
                                String>
                        domains,
        @Nullable @Size(max = 20) List<@NotNull @Valid ExternalId> externalIds,
        @Nullable @Size(max = 20) List<@NotNull @Valid Contact> contacts,
        @Schema(description = "Whether this is sample data, not a real institute", defaultValue = "false") @Nullable Boolean sample)
        implements Checked {

    private static final Location NOWHERE = new Location(null, null, null, null, null);

    @Override
    public void check(Violations violations) {
        Names.check(names, violations);
        if (externalIds != null) {
            ExternalIds.check(externalIds, violations);
        }
        if (domains != null && domains.stream().distinct().count() < domains.size()) {
            violations.add("/domains", "must name each domain once");
        }
        if (focusAreas != null && focusAreas.stream().distinct().count() < focusAreas.size()) {
            violations.add("/focusAreas", "must name each term once");
        }
        if (missions.stream().distinct().count() < missions.size()) {
            violations.add("/missions", "must name each mission once");
        }
        if (parentId != null && !PublicId.isWellFormed(Institute.ID_PREFIX, parentId)) {
            violations.add("/parentId", "is not an id of an institute: look for a typing error");
        }
        if (hostPartnerId != null && !PublicId.isWellFormed('p', hostPartnerId)) {
            violations.add("/hostPartnerId", "is not an id of a partner: look for a typing error");
        }
        if (kind == InstituteKind.ROOT && parentId != null) {
            violations.add("/parentId", "must be absent: the root has no parent");
        }
        if (kind == InstituteKind.ANTENNA && parentId == null) {
            violations.add("/parentId", "is required: an antenna belongs to an institute");
        }
    }

    /** The same request under this parent. */
    public InstituteRequest under(@Nullable String parent) {
        return new InstituteRequest(
                kind,
                names,
                missions,
                focusAreas,
                parent,
                region,
                location,
                hostPartnerId,
                established,
                links,
                domains,
                externalIds,
                contacts,
                sample);
    }

    /** The same request, known by these. */
    public InstituteRequest knownBy(
            List<Name> itsNames, List<Link> itsLinks, List<String> itsDomains, List<ExternalId> itsExternalIds) {
        return new InstituteRequest(
                kind,
                itsNames,
                missions,
                focusAreas,
                parentId,
                region,
                location,
                hostPartnerId,
                established,
                itsLinks,
                itsDomains,
                itsExternalIds,
                contacts,
                sample);
    }

    /** The same request with what is absent written as what it means, so that equal requests compare as equal. */
    public InstituteRequest normal() {
        return new InstituteRequest(
                kind,
                names,
                missions,
                Objects.requireNonNullElse(focusAreas, List.of()),
                parentId,
                region,
                NOWHERE.equals(location) ? null : location,
                hostPartnerId,
                established,
                Objects.requireNonNullElse(links, List.of()),
                Objects.requireNonNullElse(domains, List.of()),
                Objects.requireNonNullElse(externalIds, List.of()),
                Objects.requireNonNullElse(contacts, List.of()),
                Boolean.TRUE.equals(sample));
    }
}
