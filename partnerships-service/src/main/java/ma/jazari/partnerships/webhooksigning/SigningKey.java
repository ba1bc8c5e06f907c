package ma.jazari.partnerships.webhooksigning;

import org.jspecify.annotations.Nullable;

/** What messages to one webhook are signed with. */
public sealed interface SigningKey permits HmacKey, Ed25519Key {

    /** The signature over the text as the header carries it, with its version before the comma. */
    String sign(byte[] text);

    /** What is kept of it, and never shown again. */
    byte[] secret();

    /** Raw bytes of the public key; empty where there is none. */
    byte[] publicKey();

    /** What the receiver is told once, to verify with: {@code whsec_...}; null where it needs no secret. */
    @Nullable String sharedSecret();

    /** What the receiver verifies with and everybody may know: {@code whpk_...}; null where there is none. */
    @Nullable String shownPublicKey();
}
