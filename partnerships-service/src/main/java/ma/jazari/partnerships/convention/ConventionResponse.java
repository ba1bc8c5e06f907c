package ma.jazari.partnerships.convention;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import ma.jazari.partnerships.agreement.Contribution;
import ma.jazari.partnerships.agreement.ConventionDomain;
import ma.jazari.partnerships.agreement.ConventionKind;
import ma.jazari.partnerships.agreement.Digest;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.agreement.Renewal;
import ma.jazari.partnerships.agreement.Term;
import ma.jazari.partnerships.attachment.AttachedFile;
import ma.jazari.partnerships.lifecycle.Approval;
import ma.jazari.partnerships.lifecycle.Attention;
import ma.jazari.partnerships.lifecycle.Consent;
import ma.jazari.partnerships.lifecycle.ConventionStatus;
import ma.jazari.partnerships.lifecycle.Course.Notice;
import ma.jazari.partnerships.lifecycle.Course.Suspension;
import ma.jazari.partnerships.lifecycle.Health;
import ma.jazari.partnerships.lifecycle.Signature;
import ma.jazari.partnerships.lifecycle.SignatureProposal;
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
        List<ShownObligation> obligations,
        @Schema(description = "The digests of the attachments that are part of this text") List<String> annexes,
        @Schema(description = "Those that the caller may read") List<AttachedFile> attachments,
        @Schema(description = "For the parties and those who see everything") @Nullable List<ConventionContact> contacts,
        @Schema(description = "Whether a party is from an African country other than Morocco") boolean southSouth,
        @Schema(description = "The number of this text", examples = "1") int revision,
        Digest digest,
        @Schema(description = "What the parties have said to this text") List<Approval> approvals,
        List<Signature> signatures,
        @Schema(description = "The ceremony at which it was to be signed; absent where there was none") @Nullable SignatureProposal signatureProposal,
        @Schema(
                        description =
                                "The revision that waits for the parties; of an amendment for their eyes alone; absent where none does",
                        examples = "2")
                @Nullable Integer proposedRevision,
        @Schema(description = "The revision that is in force; absent where none is") @Nullable Integer inForceRevision,
        @Schema(description = "The first day in force", examples = "2026-03-01") @Nullable LocalDate inForceSince,
        @Schema(description = "The last day of the running term; absent where it has none", examples = "2029-02-28")
                @Nullable LocalDate endsOn,
        @Schema(description = "How often the term has been renewed", examples = "1") @Nullable Integer renewals,
        @Nullable Notice notice,
        @Nullable Suspension suspension,
        @Schema(description = "The day on which it was terminated or expired", examples = "2029-03-01") @Nullable LocalDate endedOn,
        @Schema(description = "What the last reminder of its end said", examples = "90") @Nullable Integer expiringWithinDays,
        @Schema(description = "How its obligations stand, while it is in force") @Nullable Health health,
        @Schema(description = "Which of its parties are not active any more, and why") List<Attention> attention,
        @Schema(description = "The moves that are open to the caller", examples = "[\"PROPOSED\", \"WITHDRAWN\"]")
                List<ConventionStatus> availableTransitions,
        @Schema(description = "Who must do what; for the parties and those who see everything") @Nullable List<Awaited> awaiting,
        @Schema(description = "Who wants what takes the word of all; for the parties and those who see everything")
                @Nullable List<Consent> consents,
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
                ForCaller.orNone(state.annexes()),
                caller.attachments(state),
                caller.confidential().contacts(),
                state.southSouth(),
                state.revision(),
                state.digest(),
                caller.approvals(state),
                caller.signatures(state),
                state.signatureProposal(),
                caller.proposedRevision(state),
                state.inForceRevision(),
                state.inForceSince(),
                state.endsOn(),
                state.renewals(),
                state.notice(),
                state.suspension(),
                state.endedOn(),
                state.expiringWithinDays(),
                state.health(),
                ForCaller.orNone(state.attention()),
                caller.availableTransitions(),
                caller.awaiting(),
                caller.confidential().consents(),
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
     * @param confidential nothing for callers who may not see it
     * @param awaiting null for callers who may not see it
     * @param successors of the parties that were merged, by id, the institute that each is now
     * @param languages best first
     */
    record ForCaller(
            ConfidentialState confidential,
            List<ConventionStatus> availableTransitions,
            @Nullable List<Awaited> awaiting,
            Map<String, String> successors,
            List<String> languages) {

        /** A caller who looks at the past, where nothing can be done. */
        static ForCaller ofThePast(ConfidentialState confidential, List<String> languages) {
            return new ForCaller(confidential, List.of(), null, Map.of(), languages);
        }

        /** With the persons who gave them, where the caller may know them and the state does not say them itself. */
        private List<Approval> approvals(ConventionState state) {
            return Objects.requireNonNullElse(
                    saysOf(confidential.approvals(), state, Approval::revision), orNone(state.approvals()));
        }

        private List<AttachedFile> attachments(ConventionState state) {
            return Stream.concat(orNone(state.attachments()).stream(), orNone(confidential.attachments()).stream())
                    .sorted(Comparator.comparing(AttachedFile::id))
                    .toList();
        }

        private List<Signature> signatures(ConventionState state) {
            return Objects.requireNonNullElse(
                    saysOf(confidential.signatures(), state, Signature::revision), orNone(state.signatures()));
        }

        private static <T> @Nullable List<T> saysOf(
                @Nullable List<T> said, ConventionState state, Function<T, Integer> revision) {
            boolean ofThisText = said != null && said.stream().allMatch(act -> revision.apply(act) == state.revision());
            return ofThisText ? said : null;
        }

        private static <T> List<T> orNone(@Nullable List<T> list) {
            return Objects.requireNonNullElse(list, List.of());
        }

        private @Nullable Integer proposedRevision(ConventionState state) {
            var amendment = confidential.amendment();
            return amendment == null ? state.proposedRevision() : Integer.valueOf(amendment.revision());
        }
    }
}
