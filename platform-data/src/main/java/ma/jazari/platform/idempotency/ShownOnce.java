package ma.jazari.platform.idempotency;

/** An answer with a secret. Its caller gets it; what is stored for a repeated request has no secret in it. */
public interface ShownOnce {

    /** The same answer as it may be stored. */
    Object withoutSecret();
}
