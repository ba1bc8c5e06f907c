package ma.jazari.partnerships.convention;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import ma.jazari.partnerships.agreement.Contribution;
import ma.jazari.partnerships.agreement.ConventionDomain;
import ma.jazari.partnerships.agreement.ConventionKind;
import ma.jazari.partnerships.agreement.Digest;
import ma.jazari.partnerships.agreement.Obligation;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.agreement.Renewal;
import ma.jazari.partnerships.agreement.Term;
import ma.jazari.platform.http.Localized;
import ma.jazari.platform.http.Versioned;
import ma.jazari.platform.text.LocalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A convention as a caller sees it. */
@Schema(name = "Convention")
public record ConventionResponse(
        @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") String id,
        @Schema(examples = "CNV-2026-00017") String code,
        ConventionStatus status,
        List<LocalText> titles,
        @Schema(description = "The title in the caller's language", examples = "Convention cadre de recherche en IA")
                String displayTitle,
        ConventionKind kind,
        List<ConventionDomain> domains,
        @Schema(description = "The party that moves it") PartyRef ownerParty,
        List<CurrentParty> parties,
        @Schema(examples = "2026-03-01") @Nullable LocalDate effectiveFrom,
        @Schema(examples = "2029-02-28") @Nullable LocalDate effectiveTo,
        @Nullable Renewal renewal,
        List<Term> terms,
        List<Contribution> contributions,
        List<Obligation> obligations,
        @Schema(description = "For the parties and those who see everything") @Nullable List<ConventionContact> contacts,
        @Schema(description = "Whether a party is from an African country other than Morocco") boolean southSouth,
        @Schema(description = "The number of this text", examples = "1") int revision,
        Digest digest,
        @Schema(description = "The revision that waits for the parties; absent where none does", examples = "1")
                @Nullable Integer proposedRevision,
        @Schema(description = "The revision that is in force; absent where none is") @Nullable Integer inForceRevision,
        @Schema(description = "The moves that are open to the caller", examples = "[\"PROPOSED\", \"WITHDRAWN\"]")
                List<ConventionStatus> availableTransitions,
        @Schema(description = "Who must do what; for the parties and those who see everything") @Nullable List<Awaited> awaiting,
        @Schema(description = "Whether this is sample data, not a real convention") boolean sample,
        @Schema(examples = "7") long version,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore @Schema(hidden = true) String displayLanguage)
        implements Versioned, Localized {

    /** The convention's state as it is shown to a caller. */
    static ConventionResponse of(ConventionState state, ForCaller caller) {
        var shown = LocalText.best(state.titles(), caller.languages()).orElseThrow();
        return new ConventionResponse(
                state.id(),
                state.code(),
                state.status(),
                state.titles(),
                shown.value(),
                state.kind(),
                state.domains(),
                state.ownerParty(),
                state.parties().stream()
                        .map(party -> CurrentParty.of(party, caller.successors()))
                        .toList(),
                state.effectiveFrom(),
                state.effectiveTo(),
                state.renewal(),
                state.terms(),
                state.contributions(),
                state.obligations(),
                caller.contacts(),
                state.southSouth(),
                state.revision(),
                state.digest(),
                state.proposedRevision(),
                state.inForceRevision(),
                caller.availableTransitions(),
                caller.awaiting(),
                state.sample(),
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

    /**
     * What of an answer depends on who asks.
     *
     * @param contacts null for callers who may not see them
     * @param awaiting null for callers who may not see it
     * @param successors of the parties that were merged, by id, the institute that each is now
     * @param languages best first
     */
    record ForCaller(
            @Nullable List<ConventionContact> contacts,
            List<ConventionStatus> availableTransitions,
            @Nullable List<Awaited> awaiting,
            Map<String, String> successors,
            List<String> languages) {

        /** A caller who looks at the past, where nothing can be done. */
        static ForCaller ofThePast(List<String> languages) {
            return new ForCaller(null, List.of(), null, Map.of(), languages);
        }
    }
}
