package ma.jazari.partnerships.lifecycle;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.lifecycle.Consent.To;
import org.jspecify.annotations.Nullable;

/** The words that parties have given for what takes the word of all. */
public final class Consents {

    private Consents() {}

    /** Those with the act's, in place of what its party said of the same before. */
    public static List<Consent> with(To to, @Nullable String reason, Act act, List<Consent> given) {
        var others = withoutWordOf(act.onBehalfOf(), to, given);
        var word = new Consent(to, act.onBehalfOf(), act.at(), act.by(), reason);
        return Stream.concat(others.stream(), Stream.of(word)).toList();
    }

    public static List<Consent> withoutWordOf(PartyRef party, To to, List<Consent> given) {
        return given.stream()
                .filter(consent -> consent.to() != to || !consent.party().equals(party))
                .toList();
    }

    public static List<Consent> without(To to, List<Consent> given) {
        return given.stream().filter(consent -> consent.to() != to).toList();
    }

    /** Whether each of the parties has given its word. */
    public static boolean areOfAll(Collection<PartyRef> parties, To to, List<Consent> given) {
        return parties.stream().allMatch(party -> given.stream()
                .anyMatch(consent -> consent.to() == to && consent.party().equals(party)));
    }
}
