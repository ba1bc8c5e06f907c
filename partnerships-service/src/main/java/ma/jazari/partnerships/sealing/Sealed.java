package ma.jazari.partnerships.sealing;

/**
 * A secret that nobody can read without the key.
 *
 * @param keyId which key of the configuration sealed it
 * @param text base64 of nonce, cipher text and tag
 */
public record Sealed(String keyId, String text) {}
