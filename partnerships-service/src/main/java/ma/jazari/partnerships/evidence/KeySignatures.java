package ma.jazari.partnerships.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.agreement.PartyType;
import ma.jazari.partnerships.convention.RevisionResponse;
import ma.jazari.partnerships.institutecopy.Successions;
import ma.jazari.partnerships.lifecycle.Signature;
import ma.jazari.partnerships.lifecycle.Signature.Method;
import ma.jazari.partnerships.partykey.DetachedJws;
import ma.jazari.partnerships.partykey.PartyKeys;

/** Finds the keys that signatures were made with. */
@ApplicationScoped
class KeySignatures {

    private final PartyKeys keys;
    private final Successions successions;

    KeySignatures(PartyKeys keys, Successions successions) {
        this.keys = keys;
        this.successions = successions;
    }

    /** The signatures of a text by key, ordered by party. */
    List<KeySignature> of(RevisionResponse revision) {
        var canonical = Objects.requireNonNull(revision.canonicalForm(), "one revision is answered with its text");
        var payload = canonical.getBytes(StandardCharsets.UTF_8);
        return revision.signatures().stream()
                .filter(signature -> signature.method() == Method.JWS)
                .sorted(Comparator.comparing(signature -> signature.party().id()))
                .map(signature -> find(signature, payload))
                .toList();
    }

    private KeySignature find(Signature signature, byte[] payload) {
        var found = owners(signature.party())
                .flatMap(owner -> key(signature, owner))
                .toList();
        // Of what was merged, two may have given a key the same kid; one that does not verify is evidence, too.
        var made = found.stream()
                .filter(key -> DetachedJws.holds(String.valueOf(signature.jws()), payload, key.key()))
                .findFirst()
                .or(() -> found.stream().findFirst());
        return new KeySignature(signature, made.orElse(null));
    }

    private Stream<KeySignature.Key> key(Signature signature, PartyRef owner) {
        return keys
                .find(owner, String.valueOf(signature.kid()), signature.at())
                .map(key -> new KeySignature.Key(owner, key, keys.history(owner)))
                .stream();
    }

    /** The party, and the institutes that have become one with it: whoever acts for these has signed for it. */
    private Stream<PartyRef> owners(PartyRef party) {
        if (party.type() != PartyType.INSTITUTE) {
            return Stream.of(party);
        }
        var current = successions.current(List.of(party.id())).values();
        return Stream.of(List.of(party.id()), current, successions.withAbsorbed(current))
                .flatMap(ids -> ids.stream())
                .distinct()
                .map(id -> new PartyRef(PartyType.INSTITUTE, id));
    }
}
