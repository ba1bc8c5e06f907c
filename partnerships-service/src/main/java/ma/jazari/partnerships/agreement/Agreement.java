package ma.jazari.partnerships.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import ma.jazari.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * What the parties of a convention agree on: all that its digest covers.
 *
 * @param annexes the digests of the attachments that are part of it, lower-case hex; null where there are none
 */
public record Agreement(
        List<LocalText> titles,
        ConventionKind kind,
        List<ConventionDomain> domains,
        List<Party> parties,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable Renewal renewal,
        List<Term> terms,
        List<Contribution> contributions,
        List<Obligation> obligations,
        @Nullable List<String> annexes) {

    /** An agreement of these parts, as they were given; absent lists are empty. */
    public static Agreement of(
            List<LocalText> titles,
            ConventionKind kind,
            List<ConventionDomain> domains,
            List<Party> parties,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            @Nullable Renewal renewal,
            @Nullable List<Term> terms,
            @Nullable List<Contribution> contributions,
            @Nullable List<Obligation> obligations,
            @Nullable List<String> annexes) {
        return new Agreement(
                titles,
                kind,
                domains,
                parties,
                effectiveFrom,
                effectiveTo,
                renewal,
                orEmpty(terms),
                orEmpty(contributions),
                orEmpty(obligations),
                annexes == null || annexes.isEmpty() ? null : annexes);
    }

    /** The same agreement with its money written the one way, and its obligations open. */
    public Agreement normal() {
        return new Agreement(
                titles,
                kind,
                domains,
                parties,
                effectiveFrom,
                effectiveTo,
                renewal,
                terms,
                contributions.stream().map(Contribution::normal).toList(),
                obligations.stream().map(Obligation::normal).toList(),
                annexes);
    }

    /** The same agreement with these annexes. */
    public Agreement withAnnexes(List<String> digests) {
        return of(
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
                digests);
    }

    /** The digests of the attachments that are part of what is agreed. */
    public List<String> annexesOrNone() {
        return orEmpty(annexes);
    }

    /** The parties by name, in their order. */
    public List<PartyRef> organisations() {
        return parties.stream().map(Party::party).toList();
    }

    /** How many parties sign. */
    public long signatories() {
        return parties.stream().filter(party -> party.has(PartyRole.SIGNATORY)).count();
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }
}
