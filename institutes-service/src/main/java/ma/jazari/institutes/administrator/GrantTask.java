package ma.jazari.institutes.administrator;

/** What Keycloak is told, from before it is asked until it is known that it has done it. */
enum GrantTask {
    GRANT,
    REVOKE
}
