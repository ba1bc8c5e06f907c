package ma.jazari.localstack.samples;

/**
 * Whom a sample account acts for.
 *
 * @param username in Keycloak
 * @param claim {@code institutes} or {@code partners}
 * @param record a reference, such as {@code @institute:fes}
 */
record Delegation(String username, String claim, String record) {}
