package ma.jazari.institutes.administrator;

import java.util.UUID;

/**
 * An account as an administrator of an institute.
 *
 * @param accountId Keycloak's id of the account
 */
record Appointment(String instituteId, UUID accountId) {}
