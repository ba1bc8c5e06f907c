package ma.jazari.institutes.institute;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

/** An institute as a caller sees it. */
@Schema(name = "Institute")
public record InstituteResponse(
        @Schema(examples = "j4k7xq236") String id,
        InstituteKind kind,
        InstituteStatus status,
        List<Name> names,
        @Schema(description = "The DISPLAY name in the caller's language", examples = "Institut Al-Jazari de Fès")
                String displayName,
        List<Mission> missions,
        @Schema(examples = "[\"health\", \"arabic-nlp\"]") List<String> focusAreas,
        @Schema(examples = "j00000098") @Nullable String parentId,
        @Schema(description = "Of a MERGED one: the institute that it is now") @Nullable String successorId,
        @Schema(examples = "MA-03") String region,
        @Nullable Location location,
        @Schema(examples = "p5m2c0066") @Nullable String hostPartnerId,
        @Nullable LocalDate established,
        List<Link> links,
        List<String> domains,
        List<ExternalId> externalIds,
        @Schema(description = "For its administrators and those who see everything") @Nullable List<Contact> contacts,
        @Schema(description = "Whether this is sample data, not a real institute") boolean sample,
        @Schema(description = "The moves that are open to the caller", examples = "[\"SUSPENDED\", \"CLOSED\"]")
                List<InstituteStatus> availableTransitions,
        @Schema(examples = "3") long version,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore @Schema(hidden = true) String displayLanguage)
        implements Versioned, Localized {

    /**
     * The institute's state as it is shown.
     *
     * @param contacts null for callers who may not see them
     */
    public static InstituteResponse of(
            InstituteState state,
            @Nullable List<Contact> contacts,
            List<InstituteStatus> availableTransitions,
            List<String> languages) {
        var shown = Names.shown(state.names(), languages);
        return new InstituteResponse(
                state.id(),
                state.kind(),
                state.status(),
                state.names(),
                shown.value(),
                state.missions(),
                state.focusAreas(),
                state.parentId(),
                state.successorId(),
                state.region(),
                state.location(),
                state.hostPartnerId(),
                state.established(),
                state.links(),
                state.domains(),
                state.externalIds(),
                contacts,
                state.sample(),
                availableTransitions,
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
