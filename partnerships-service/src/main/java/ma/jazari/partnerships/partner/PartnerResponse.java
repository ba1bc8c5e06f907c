package ma.jazari.partnerships.partner;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import ma.jazari.partnerships.provenance.Provenance;
import ma.jazari.platform.http.Localized;
import ma.jazari.platform.http.Versioned;
import ma.jazari.platform.record.Contact;
import ma.jazari.platform.record.ExternalId;
import ma.jazari.platform.record.Link;
import ma.jazari.platform.record.Location;
import ma.jazari.platform.record.Name;
import ma.jazari.platform.record.Names;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A partner as a caller sees it. */
@Schema(name = "Partner")
public record PartnerResponse(
        @Schema(examples = "p5m2c0066") String id,
        PartnerType type,
        PartnerStatus status,
        List<Name> names,
        @Schema(
                        description = "The DISPLAY name in the caller's language",
                        examples = "Université Sidi Mohamed Ben Abdellah")
                String displayName,
        @Schema(description = "ISO 3166-1 alpha-2", examples = "MA") String country,
        @Nullable Location location,
        List<Link> links,
        @Schema(examples = "[\"example.org\"]") List<String> domains,
        List<ExternalId> externalIds,
        @Schema(description = "For those who act for it and those who see everything") @Nullable List<Contact> contacts,
        @Schema(description = "Whether this is sample data, not an entry that someone vouches for") boolean sample,
        @Schema(description = "Of one that was merged: the partner that it has become part of", examples = "p5m2c0066")
                @Nullable String successorId,
        @Schema(
                        description =
                                "Of a partner that ROR knows: where the value of each of names, type, country, location, links,"
                                        + " domains, externalIds and status comes from. An import never touches what an administrator wrote")
                @Nullable Map<String, Provenance> provenance,
        @Schema(description = "The moves that are open to the caller") List<PartnerStatus> availableTransitions,
        @Schema(examples = "1") long version,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore @Schema(hidden = true) String displayLanguage)
        implements Versioned, Localized {

    /**
     * The partner's state as it is shown.
     *
     * @param contacts null for callers who may not see them
     * @param moves that are open to the caller
     */
    static PartnerResponse of(
            PartnerState state, @Nullable List<Contact> contacts, List<PartnerStatus> moves, List<String> languages) {
        var shown = Names.shown(state.names(), languages);
        return new PartnerResponse(
                state.id(),
                state.type(),
                state.status(),
                state.names(),
                shown.value(),
                state.country(),
                state.location(),
                state.links(),
                state.domains(),
                state.externalIds(),
                contacts,
                state.sample(),
                state.successorId(),
                state.provenance() == null ? null : state.provenance().byField(),
                moves,
                state.version(),
                state.createdAt(),
                state.updatedAt(),
                shown.lang());
    }

    @Override
    @JsonIgnore
    @Schema(hidden = true)
    public String contentLanguage() {
        return displayLanguage;
    }
}
