package ma.jazari.partnerships.client;

/** How a system proves to Keycloak who it is. */
public enum ClientAuthentication {
    /** By a secret that is shown once. */
    SECRET,
    /** By tokens that it signs with a key of its own (RFC 7523). */
    PRIVATE_KEY_JWT
}
