package ma.jazari.partnerships.convention;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.lifecycle.Consent;
import ma.jazari.partnerships.lifecycle.Consent.To;
import ma.jazari.partnerships.lifecycle.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An act of a party that a convention waits for. */
@Schema(name = "AwaitedAct")
public record Awaited(
        PartyRef party,
        @Schema(examples = "APPROVE") Act act,
        @Schema(description = "The text that is to be approved or signed", examples = "2") @Nullable Integer revision) {

    /** What a party can be waited for to do. */
    @Schema(name = "PartyAct")
    public enum Act {
        PROPOSE,
        APPROVE,
        SIGN,
        CONSENT_TO_TERMINATION,
        CONSENT_TO_RENEWAL
    }

    /** {@code ACT TYPE:id}, as the table names it. */
    String key() {
        return key(act, party);
    }

    static String key(Act act, PartyRef party) {
        return act + " " + party.key();
    }

    /** Whose turn it is. */
    static List<Awaited> of(Convention convention) {
        var text = convention.text();
        return switch (convention.status()) {
            case DRAFT -> List.of(new Awaited(convention.owner(), Act.PROPOSE, null));
            case PROPOSED -> approvals(text, text.deciders());
            case APPROVED -> signatures(text);
            case IN_FORCE -> inForce(convention);
            case SUSPENDED -> consents(convention, To.TERMINATION, Act.CONSENT_TO_TERMINATION);
            case SIGNED, TERMINATION_NOTICED, TERMINATED, EXPIRED, REJECTED, WITHDRAWN -> List.of();
        };
    }

    private static List<Awaited> inForce(Convention convention) {
        var amendment = convention.amendment().stream()
                .flatMap(text -> approvals(text, convention.amendmentDeciders()).stream());
        return Stream.of(
                        amendment,
                        consents(convention, To.TERMINATION, Act.CONSENT_TO_TERMINATION).stream(),
                        consents(convention, To.RENEWAL, Act.CONSENT_TO_RENEWAL).stream())
                .flatMap(acts -> acts)
                .toList();
    }

    private static List<Awaited> approvals(Text text, Collection<PartyRef> deciders) {
        return missing(deciders, text.assent()::isApprovedBy, Act.APPROVE, text.revision());
    }

    private static List<Awaited> signatures(Text text) {
        return missing(text.signatories(), text.assent()::isSignedBy, Act.SIGN, text.revision());
    }

    /** Those who have not said it yet, once one has. */
    private static List<Awaited> consents(Convention convention, To to, Act act) {
        var given = convention.consents().stream()
                .filter(consent -> consent.to() == to)
                .map(Consent::party)
                .toList();
        return given.isEmpty() ? List.of() : missing(convention.text().deciders(), given::contains, act, null);
    }

    private static List<Awaited> missing(
            Collection<PartyRef> parties, Predicate<PartyRef> done, Act act, @Nullable Integer revision) {
        return parties.stream()
                .filter(party -> !done.test(party))
                .map(party -> new Awaited(party, act, revision))
                .toList();
    }
}
