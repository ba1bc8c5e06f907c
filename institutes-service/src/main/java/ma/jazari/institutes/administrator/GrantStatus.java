package ma.jazari.institutes.administrator;

/** Whether a person may act for an institute. */
enum GrantStatus {
    ACTIVE,
    REMOVED
}
