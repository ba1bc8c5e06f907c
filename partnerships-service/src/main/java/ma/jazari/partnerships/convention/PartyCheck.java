package ma.jazari.partnerships.convention;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Whether organisations may enter into a convention. What the actor may not know of is refused as if it did not exist. */
final class PartyCheck {

    private PartyCheck() {}

    /** @throws Problem 409 with the reason for each party that may not */
    static void check(List<PartyRef> parties, Map<PartyRef, Standing> standings, Actor actor) {
        var refused = refusals(parties, standings, actor);
        if (!refused.isEmpty()) {
            var reasons = refused.stream().map(Refusal::reason).collect(Collectors.joining("; "));
            throw Problem.conflict("Not every party can enter into a convention: " + reasons + ".")
                    .with("parties", refused);
        }
    }

    /** The parties that may not, each with the reason. */
    static List<Refusal> refusals(List<PartyRef> parties, Map<PartyRef, Standing> standings, Actor actor) {
        return IntStream.range(0, parties.size())
                .boxed()
                .flatMap(i -> refusal(i, parties.get(i), standings.get(parties.get(i)), actor))
                .toList();
    }

    private static Stream<Refusal> refusal(int index, PartyRef party, @Nullable Standing standing, Actor actor) {
        return reason(party, Optional.ofNullable(standing).filter(known -> known.knownTo(actor)))
                .map(reason -> new Refusal("/parties/" + index, party, reason))
                .stream();
    }

    private static Optional<String> reason(PartyRef party, Optional<Standing> standing) {
        return standing.isEmpty()
                ? Optional.of("no " + party + " is known")
                : standing.filter(known -> !known.isActive())
                        .map(known -> party + " is " + known.status() + "; a party must be ACTIVE");
    }

    /** A party that may not enter into a convention, and why. */
    record Refusal(String pointer, PartyRef party, String reason) {}
}
