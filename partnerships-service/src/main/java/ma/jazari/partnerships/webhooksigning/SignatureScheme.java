package ma.jazari.partnerships.webhooksigning;

/** How messages are signed. */
public enum SignatureScheme {
    /** {@code v1}: HMAC-SHA256 with a secret that both sides know. */
    HMAC,
    /** {@code v1a}: Ed25519; the receiver knows the public key alone. */
    ED25519;

    /** A new key of this scheme. */
    public SigningKey newKey() {
        return switch (this) {
            case HMAC -> HmacKey.generate();
            case ED25519 -> Ed25519Key.generate();
        };
    }

    /** The key that was kept as these bytes. */
    public SigningKey key(byte[] secret, byte[] publicKey) {
        return switch (this) {
            case HMAC -> new HmacKey(secret);
            case ED25519 -> new Ed25519Key(secret, publicKey);
        };
    }
}
