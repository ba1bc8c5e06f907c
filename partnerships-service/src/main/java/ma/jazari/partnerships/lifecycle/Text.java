package ma.jazari.partnerships.lifecycle;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import ma.jazari.partnerships.agreement.Agreement;
import ma.jazari.partnerships.agreement.CanonicalForm;
import ma.jazari.partnerships.agreement.Party;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.agreement.PartyRole;

/**
 * One revision of a convention: what it says, and what has been said to it.
 *
 * @param revision its number, from 1
 * @param digest lower-case hex, over the canonical form
 * @param southSouth whether a party is from an African country other than Morocco
 */
public record Text(int revision, Agreement agreement, String digest, boolean southSouth, Assent assent) {

    /** A text that nobody has said anything to yet. */
    public static Text of(int revision, Agreement agreement, boolean southSouth) {
        var digest = CanonicalForm.digest(CanonicalForm.of(agreement)).value();
        return new Text(revision, agreement, digest, southSouth, Assent.NONE);
    }

    /** Whether this is the text that somebody means. */
    public boolean isNamedBy(int number, String named) {
        return revision == number && digest.equals(named);
    }

    /** The parties whose approval it needs. */
    public List<PartyRef> deciders() {
        return agreement.parties().stream()
                .filter(Party::mustApprove)
                .map(Party::party)
                .toList();
    }

    /** The parties that sign it. */
    public List<PartyRef> signatories() {
        return agreement.parties().stream()
                .filter(party -> party.has(PartyRole.SIGNATORY))
                .map(Party::party)
                .toList();
    }

    /** Whether all of them have approved it. */
    public boolean isApprovedByAll(Collection<PartyRef> deciders) {
        return deciders.stream().allMatch(assent::isApprovedBy);
    }

    /** Whether all signatories have signed it. */
    public boolean isSigned() {
        return signatories().stream().allMatch(assent::isSignedBy);
    }

    Text saying(Assent said) {
        return new Text(revision, agreement, digest, southSouth, said);
    }

    /** The text with the act's approval; the same text where the party has approved it before. */
    public Text approved(Act act) {
        return assent.isApprovedBy(act.onBehalfOf()) ? this : saying(assent.with(Approval.of(this, act)));
    }

    public Text withoutApprovalOf(PartyRef party) {
        return saying(assent.withoutApprovalOf(party));
    }

    public Text signed(Signature signature) {
        return saying(assent.with(signature));
    }

    public Text inForceFrom(LocalDate day) {
        return saying(assent.inForceFrom(day));
    }
}
