package ma.jazari.partnerships.lifecycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import ma.jazari.partnerships.agreement.PartyRef;
import org.jspecify.annotations.Nullable;

/**
 * What has been said to one text, and since when it is in force.
 *
 * @param inForceFrom the day; null where it is not, or not yet
 */
public record Assent(List<Approval> approvals, List<Signature> signatures, @Nullable LocalDate inForceFrom) {

    public static final Assent NONE = new Assent(List.of(), List.of(), null);

    public boolean isApprovedBy(PartyRef party) {
        return approvals.stream().anyMatch(approval -> approval.party().equals(party));
    }

    public boolean isSignedBy(PartyRef party) {
        return signatures.stream().anyMatch(signature -> signature.party().equals(party));
    }

    Assent with(Approval approval) {
        return new Assent(plus(approvals, approval), signatures, inForceFrom);
    }

    Assent with(Signature signature) {
        return new Assent(approvals, plus(signatures, signature), inForceFrom);
    }

    Assent withoutApprovalOf(PartyRef party) {
        var others = approvals.stream()
                .filter(approval -> !approval.party().equals(party))
                .toList();
        return new Assent(others, signatures, inForceFrom);
    }

    Assent inForceFrom(LocalDate day) {
        return new Assent(approvals, signatures, day);
    }

    /** What everybody may know of it: the acts of the parties, not the persons. */
    public Assent withoutPersons() {
        return new Assent(
                approvals.stream().map(Approval::withoutPerson).toList(),
                signatures.stream().map(Signature::withoutPerson).toList(),
                inForceFrom);
    }

    private static <T> List<T> plus(List<T> list, T entry) {
        var longer = new ArrayList<>(list);
        longer.add(entry);
        return List.copyOf(longer);
    }
}
