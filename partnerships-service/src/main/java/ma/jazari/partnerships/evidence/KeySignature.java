package ma.jazari.partnerships.evidence;

import java.util.List;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.lifecycle.Signature;
import ma.jazari.partnerships.partykey.PartyKey;
import org.jspecify.annotations.Nullable;

/**
 * A signature by key, with the key.
 *
 * @param made what it was made with; null where no key can be found any more, which no verification takes
 */
record KeySignature(Signature signature, @Nullable Key made) {

    /**
     * The key of a signature.
     *
     * @param owner who published it: the party, or an institute that it has become part of
     * @param history all keys that the owner has ever published
     */
    record Key(PartyRef owner, PartyKey key, List<PartyKey> history) {}

    PartyRef party() {
        return signature.party();
    }

    String jws() {
        return String.valueOf(signature.jws());
    }

    /** The JWS in the bundle. */
    String file() {
        return "signatures/" + party().id() + ".jws";
    }

    /** The public key in the bundle: a party signs a text once, so its id and the kid name no two. */
    @Nullable String keyFile() {
        return made == null
                ? null
                : "keys/" + party().id() + "-" + EntryNames.safe(made.key().kid()) + ".pem";
    }

    /** All keys of the owner in the bundle. */
    @Nullable String keyHistoryFile() {
        return made == null ? null : "keys/" + made.owner().id() + ".jwks.json";
    }
}
